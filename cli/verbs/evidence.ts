import type { Command } from "commander";
import { evidence } from "../../main/evidence.ts";
import { exitCodes } from "../exit-codes.ts";
import { wholeNumber } from "../options.ts";
import type { Output } from "../output.ts";
import { renderEvidence } from "../render/render-evidence.ts";
import { withHouse } from "../with-house.ts";
import { renderJson } from "../render/render-json.ts";

interface EvidenceOptions {
  readonly row: number;
  readonly column?: string;
  readonly json?: boolean;
}

/** `attest evidence RUN --row N`: where a row's cells come from. */
export function addEvidence(program: Command, output: Output): void {
  program
    .command("evidence <run>")
    .description("where the cells of a row come from (a run's id, its beginning, or last)")
    .requiredOption("--row <n>", "row number from 0", (text: string) => wholeNumber(text, 0, 10_000_000))
    .option("--column <name>", "one column only")
    .option("--json", "print it as JSON")
    .action(async (name: string, options: EvidenceOptions) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const report = await evidence(house, name, { row: options.row, column: options.column });
        output.answer(options.json === true ? renderJson(report) : renderEvidence(report));
        return exitCodes.answered;
      });
    });
}
