import { InvalidArgumentError, type Command } from "commander";
import { driftOfRecordings, driftOfRuns, type DriftReport } from "../../main/drift.ts";
import { exitCodes } from "../exit-codes.ts";
import { wholeNumber } from "../options.ts";
import type { Output } from "../output.ts";
import { renderDrift } from "../render/render-drift.ts";
import { withHouse } from "../with-house.ts";
import { renderJson } from "../render/render-json.ts";

interface DriftOptions {
  readonly recordings?: string;
  readonly run?: string;
  readonly runs: number;
  /** Percent. */
  readonly tolerance?: number;
  readonly json?: boolean;
}

function percent(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= 0 && value <= 100) return value;
  throw new InvalidArgumentError("It is a number of percent from 0 to 100.");
}

function find(options: DriftOptions, output: Output): Promise<DriftReport> {
  const tolerance = options.tolerance === undefined ? undefined : options.tolerance / 100;
  if (options.recordings !== undefined) return driftOfRecordings(options.recordings, tolerance);
  return withHouse(output, {}, async (house) => driftOfRuns(house, { runs: options.run ?? options.runs, tolerance }));
}

/** `attest drift`: responses that are not as the catalogue says, in kept runs or in a file of recordings. */
export function addDrift(program: Command, output: Output): void {
  program
    .command("drift")
    .description("responses that are not as the catalogue says: in kept runs, or in a file of recordings")
    .option("--recordings <file>", "look at recorded responses, one JSON object a line, in place of kept runs")
    .option("--run <run>", "look at one run alone")
    .option("--runs <n>", "how many of the newest runs to look at", (text: string) => wholeNumber(text, 1, 100_000), 20)
    .option("--tolerance <percent>", "how many responses of an operation may deviate; 5 unless told", percent)
    .option("--json", "print it as JSON")
    .action(async (options: DriftOptions) => {
      const report = await find(options, output);
      output.answer(options.json === true ? renderJson(report) : renderDrift(report));
      const isFound = report.operations.some((one) => one.beyond) || report.oddLines.length > 0;
      process.exitCode = isFound ? exitCodes.findings : exitCodes.answered;
    });
}
