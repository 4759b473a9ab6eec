import { Option, type Command } from "commander";
import { reportAsOf } from "../../../main/report/report-as-of.ts";
import { packs, packTable, runPack } from "../../../main/report/run-pack.ts";
import { runReport } from "../../../main/report/run-report.ts";
import { collectParameter, sampleOption } from "../../options.ts";
import { tableToFiles } from "../../../main/rows-to-files.ts";
import { exitCodeOf } from "../../exit-codes.ts";
import { renderJson } from "../../render/render-json.ts";
import { renderPackSummary } from "../../render/render-pack-summary.ts";
import { addRowOptions, rowTargets, writeRowFiles } from "../../row-files.ts";
import type { RunResult } from "../../../main/run-report.ts";
import type { Pack } from "../../../main/report/run-pack.ts";
import { Failure } from "../../../terms/failure.ts";
import type { Output } from "../../output.ts";
import { showResult, type ShowOptions } from "../../show-result.ts";
import { withHouse } from "../../with-house.ts";

interface ReportRunOptions extends ShowOptions {
  readonly yes?: boolean;
  readonly sample?: number;
  readonly pack?: Pack;
  readonly evidence?: string | false;
  readonly asOf?: string;
  readonly param?: Readonly<Record<string, string>>;
}

function nothingToRun(): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "report run", expected: "a name, or --pack stig" },
    {
      found: "No report was named.",
      why: "Nothing was run.",
      help: "attest report list shows all of them; --pack stig runs the checks of the STIG.",
    },
  );
}

/** The archive that a pack's evidence goes to where none is named: of this minute. */
function evidenceName(pack: Pack): string {
  return `${pack}-${new Date().toISOString().slice(0, 16).replaceAll(/[T:]/g, "-")}.zip`;
}

/** Shows what a pack found by requirement. What has no answer is shown as it is. Ends with the highest exit code of its reports. */
async function runAll(pack: Pack, output: Output, options: ReportRunOptions): Promise<void> {
  process.exitCode = await withHouse(output, options, async (house, front) => {
    const file = options.evidence === false ? undefined : (options.evidence ?? evidenceName(pack));
    const found = await runPack(house, pack, front, file);
    const table = packTable(found.checks);
    output.answer(options.json === true ? renderJson(found) : renderPackSummary(pack, found, table));
    const { json: _, csv: __, out: ___, ...shown } = options;
    let code = 0;
    for (const { name, result } of found.results) {
      const isShown = found.unanswered.includes(name) && options.json !== true;
      code = Math.max(code, isShown ? await showResult(result, output, shown, name) : exitCodeOf(result));
    }
    for (const target of rowTargets(options)) {
      writeRowFiles(await tableToFiles(table, target), output, "The answers are whole and in the journal.");
    }
    return code;
  });
}

/** `attest report run NAME`: runs a report; its first run asks for approval. */
export function addReportRun(report: Command, output: Output): void {
  addRowOptions(
    report
      .command("run [name]")
      .description("run a report, or all of a pack; a first run asks for approval")
      .addOption(new Option("--pack <pack>", "run all reports that belong together").choices(packs))
      .option(
        "--evidence <file>",
        "with --pack: the zip file for the evidence of all runs (default: of its name and time)",
      )
      .option("--no-evidence", "with --pack: write no evidence")
      .option("--param <name=value>", "value of a parameter (may be repeated)", collectParameter)
      .addOption(sampleOption())
      .addOption(
        new Option(
          "--as-of <date>",
          "answer from the last kept run that had ended by that day or time; sends nothing",
        ).conflicts(["pack", "sample"]),
      )
      .option("--yes", "approve a read-only report within default limits without seeing it"),
  )
    .option("--json", "print the whole answer as JSON")
    .action(async (name: string | undefined, options: ReportRunOptions) => {
      if (options.pack !== undefined) return runAll(options.pack, output, options);
      if (name === undefined) throw nothingToRun();
      process.exitCode = await withHouse(output, options, async (house, front) => {
        const parameters = options.param ?? {};
        const result: RunResult =
          options.asOf === undefined
            ? await runReport(house, { name, parameters, sampleSize: options.sample }, front)
            : { kind: "report", report: await reportAsOf(house, { name, asOf: options.asOf, parameters }) };
        return showResult(result, output, options, name);
      });
    });
}
