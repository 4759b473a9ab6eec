import type { RunResult } from "../main/run-report.ts";
import { exitCodeOf } from "./exit-codes.ts";
import type { Output } from "./output.ts";
import { renderFindings } from "./render/render-failure.ts";
import { renderJson } from "./render/render-json.ts";
import { renderReport } from "./render/render-report.ts";
import { renderCsv } from "./render/render-rows.ts";
import { writeNamedFile } from "./write-named-file.ts";
import { safeLines } from "./render/safe-text.ts";

/** How a verb's result is to be shown. */
export interface ShowOptions {
  readonly json?: boolean;
  /** File to write the rows to. */
  readonly csv?: string;
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
        result.why === "refused"
          ? "Not approved; nothing was sent."
          : "Nothing was sent: there is no terminal to ask for approval.",
        `To run it: attest approve ${result.review.reviewHash.slice(0, 16)}, then attest run ${result.review.reviewHash.slice(0, 16)}`,
      ].join("\n");
  }
}

/** Prints a result, writes its rows where asked, and gives the exit code. Throws `config/invalid` where the file cannot be written. */
export function showResult(result: RunResult, output: Output, options: ShowOptions, name = "snippet.ts"): number {
  output.answer(options.json === true ? renderJson(asJson(result)) : asText(result, name));
  if (options.csv !== undefined && result.kind === "report" && result.report.failure === undefined) {
    const columns = result.report.columns.map((column) => column.name);
    writeNamedFile(
      options.csv,
      renderCsv(columns, result.report.rows),
      `The answer above is whole and in the journal: attest replay ${result.report.run ?? "last"} --json prints its rows again.`,
    );
    output.say(`${result.report.count} rows written to ${options.csv}`);
  }
  return exitCodeOf(result);
}
