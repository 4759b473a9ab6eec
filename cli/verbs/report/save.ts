import type { Command } from "commander";
import { saveReport } from "../../../main/report/save-report.ts";
import type { Output } from "../../output.ts";
import { withHouse } from "../../with-house.ts";
import { showSaved } from "./show-saved.ts";

interface SaveOptions {
  readonly name: string;
  readonly question?: string;
  readonly area?: string;
  readonly key?: string;
  readonly json?: boolean;
}

/** `attest report save RUN --name NAME`: makes a report of a run that was answered. */
export function addReportSave(report: Command, output: Output): void {
  report
    .command("save <run>")
    .description("save the snippet of a run that was answered, with the values it was run with")
    .requiredOption("--name <name>", "the report's name, such as admins-without-mfa")
    .option("--question <text>", "what it answers, in place of the run's own question")
    .option("--area <word>", "what it is about, as one word")
    .option("--key <columns>", "columns that together identify a row, with commas (default: id where there is one)")
    .option("--json", "print it as JSON")
    .action(async (run: string, options: SaveOptions) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const keyColumns = options.key?.split(",").map((one) => one.trim());
        return showSaved(await saveReport(house, { ...options, run, keyColumns }), output, options.json === true);
      });
    });
}
