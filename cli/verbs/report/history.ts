import type { Command } from "commander";
import { reportHistory } from "../../../main/report/report-history.ts";
import { exitCodes } from "../../exit-codes.ts";
import type { Output } from "../../output.ts";
import { renderJson } from "../../render/render-json.ts";
import { renderHistory } from "../../render/render-library.ts";
import { withHouse } from "../../with-house.ts";

/** `attest report history NAME`: its versions, who accepted which review, and its newest runs. */
export function addReportHistory(report: Command, output: Output): void {
  report
    .command("history <name>")
    .description("the versions of a report, who accepted which review, and its newest runs")
    .option("--json", "print it as JSON")
    .action(async (name: string, options: { readonly json?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const history = await reportHistory(house, name);
        output.answer(options.json === true ? renderJson(history) : renderHistory(history));
        return exitCodes.answered;
      });
    });
}
