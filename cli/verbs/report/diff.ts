import type { Command } from "commander";
import { diffReport } from "../../../main/report/diff-report.ts";
import { differenceTable } from "../../../main/report/difference-table.ts";
import { tableToFiles } from "../../../main/rows-to-files.ts";
import { Failure } from "../../../terms/failure.ts";
import { exitCodes } from "../../exit-codes.ts";
import type { Output } from "../../output.ts";
import { renderDiff } from "../../render/render-diff.ts";
import { renderJson } from "../../render/render-json.ts";
import { addRowOptions, type RowFileOptions, rowTargets, writeRowFiles } from "../../row-files.ts";
import { withHouse } from "../../with-house.ts";

interface DiffOptions extends RowFileOptions {
  readonly json?: boolean;
}

function twoOrNone(runs: readonly string[]): readonly [string, string] | undefined {
  const [one, other] = runs;
  if (one === undefined) return undefined;
  if (other !== undefined && runs.length === 2) return [one, other];
  throw new Failure(
    "config/invalid",
    { setting: "report diff", expected: "two runs, or none" },
    {
      found: `${runs.length === 1 ? "One run was" : `${runs.length} runs were`} named.`,
      why: "Two are compared: the two that are named, or the last two where none are.",
      help: "Write attest report diff NAME RUN RUN, or attest report diff NAME; attest report history NAME shows the runs.",
    },
  );
}

/** `attest report diff NAME [RUN RUN]`: what two runs of a report differ in. Sends nothing. */
export function addReportDiff(report: Command, output: Output): void {
  addRowOptions(
    report
      .command("diff <name> [runs...]")
      .description("rows that were added, removed or changed between the last two runs of a report, or the two named"),
  )
    .option("--json", "print the differences as JSON")
    .action(async (name: string, runs: readonly string[], options: DiffOptions) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const diff = await diffReport(house, { name, runs: twoOrNone(runs) });
        const table = differenceTable(diff);
        output.answer(options.json === true ? renderJson(diff) : renderDiff(diff, table));
        for (const target of rowTargets(options)) {
          writeRowFiles(await tableToFiles(table, target), output, "Both runs are whole and in the journal.");
        }
        return exitCodes.answered;
      });
    });
}
