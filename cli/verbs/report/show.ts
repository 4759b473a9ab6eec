import type { Command } from "commander";
import { showReport } from "../../../main/report/show-report.ts";
import { exitCodes } from "../../exit-codes.ts";
import type { Output } from "../../output.ts";
import { renderFindings } from "../../render/render-failure.ts";
import { renderJson } from "../../render/render-json.ts";
import { renderShownReport } from "../../render/render-library.ts";
import { withHouse } from "../../with-house.ts";

/** `attest report show NAME`: a report with its review. Sends nothing. */
export function addReportShow(report: Command, output: Output): void {
  report
    .command("show <name>")
    .description("one report: its parameters and its review; sends nothing")
    .option("--json", "print it as JSON")
    .action(async (name: string, options: { readonly json?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const shown = await showReport(house, name);
        output.answer(options.json === true ? renderJson(shown) : renderShownReport(shown));
        if (shown.findings.length === 0) return exitCodes.answered;
        output.say(renderFindings(shown.findings, shown.report.source, name));
        return exitCodes.findings;
      });
    });
}
