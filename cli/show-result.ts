import { rowsToFiles } from "../main/rows-to-files.ts";
import type { RunReport, RunResult } from "../main/run-report.ts";
import { exitCodeOf } from "./exit-codes.ts";
import type { Output } from "./output.ts";
import { renderFindings } from "./render/render-failure.ts";
import { renderJson } from "./render/render-json.ts";
import { renderReport } from "./render/render-report.ts";
import { safeLines } from "./render/safe-text.ts";
import { type RowFileOptions, rowTargets, writeRowFiles } from "./row-files.ts";

/** How a verb's result is to be shown. */
export interface ShowOptions extends RowFileOptions {
  readonly json?: boolean;
}

/** What `--json` prints for a result: the report itself, the findings, or the review that waits. */
function asJson(result: RunResult): unknown {
  switch (result.kind) {
    case "report":
      return result.report;
    case "findings":
      return { outcome: "findings", findings: result.findings, snippet: result.source };
    case "waiting":
      return { outcome: "waiting", why: result.why, reviewHash: result.review.reviewHash, review: result.review };
  }
}

const whyWaiting = {
  refused: "Not approved; nothing was sent.",
  "no-terminal": "Nothing was sent: there is no terminal to ask for approval.",
  policy: "Nothing was sent: the policy asks for more than one operator's yes.",
} as const;

function asText(result: RunResult, name: string): string {
  switch (result.kind) {
    case "report":
      return renderReport(result.report);
    case "findings":
      return renderFindings(result.findings, result.source, name);
    case "waiting":
      return [
        safeLines(result.rendered),
        "",
        whyWaiting[result.why],
        `To run it: attest approve ${result.review.reviewHash.slice(0, 16)}, then attest run ${result.review.reviewHash.slice(0, 16)}`,
      ].join("\n");
  }
}

async function writeRows(report: RunReport, options: RowFileOptions, output: Output): Promise<void> {
  const why = `The answer above is whole and in the journal: attest replay ${report.run ?? "last"} --json prints its rows again.`;
  for (const target of rowTargets(options)) {
    const files = await rowsToFiles(report, target);
    if (files.length === 0) output.say(`No file was written: ${report.rows.length} rows (${report.outcome}).`);
    writeRowFiles(files, output, why);
  }
}

/**
 * Prints a result, writes its rows where asked, and gives the exit code. Throws `config/invalid` where a file cannot be written,
 * or its name or the column to split by cannot be used.
 */
export async function showResult(
  result: RunResult,
  output: Output,
  options: ShowOptions,
  name = "snippet.ts",
): Promise<number> {
  output.answer(options.json === true ? renderJson(asJson(result)) : asText(result, name));
  if (result.kind !== "report") return exitCodeOf(result);
  await writeRows(result.report, options, output);
  return exitCodeOf(result);
}
