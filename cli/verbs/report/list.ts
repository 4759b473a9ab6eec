import type { Command } from "commander";
import { listReports } from "../../../main/report/list-reports.ts";
import { exitCodes } from "../../exit-codes.ts";
import type { Output } from "../../output.ts";
import { renderFailure } from "../../render/render-failure.ts";
import { renderJson } from "../../render/render-json.ts";
import { renderReportList } from "../../render/render-library.ts";
import { withHouse } from "../../with-house.ts";

/** `attest report list`: all reports. A file that cannot be read is said, and does not hide the others. */
export function addReportList(report: Command, output: Output): void {
  report
    .command("list")
    .description("all reports: saved ones and those that come with Attest")
    .option("--area <word>", "only those of one area")
    .option("--json", "print them as JSON")
    .action(async (options: { readonly area?: string; readonly json?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const { reports, unreadable } = await listReports(house);
        const shown = options.area === undefined ? reports : reports.filter((one) => one.area === options.area);
        output.answer(options.json === true ? renderJson({ reports: shown, unreadable }) : renderReportList(shown));
        for (const failure of unreadable) output.say(renderFailure(failure));
        return unreadable.length === 0 ? exitCodes.answered : exitCodes.failed;
      });
    });
}
