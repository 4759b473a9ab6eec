import type { Command } from "commander";
import { runReport } from "../../../main/report/run-report.ts";
import { addRowOptions, collectParameter, sampleOption } from "../../options.ts";
import type { Output } from "../../output.ts";
import { showResult, type ShowOptions } from "../../show-result.ts";
import { withHouse } from "../../with-house.ts";

interface ReportRunOptions extends ShowOptions {
  readonly yes?: boolean;
  readonly sample?: number;
  readonly param?: Readonly<Record<string, string>>;
}

/** `attest report run NAME`: runs a report; its first run asks for approval. */
export function addReportRun(report: Command, output: Output): void {
  addRowOptions(
    report
      .command("run <name>")
      .description("run a report; its first run asks for approval")
      .option("--param <name=value>", "value of a parameter (may be repeated)", collectParameter)
      .addOption(sampleOption())
      .option("--yes", "approve a read-only report within default limits without seeing it"),
  )
    .option("--json", "print the whole answer as JSON")
    .action(async (name: string, options: ReportRunOptions) => {
      process.exitCode = await withHouse(output, options, async (house, front) => {
        const result = await runReport(
          house,
          { name, parameters: options.param ?? {}, sampleSize: options.sample },
          front,
        );
        return showResult(result, output, options, name);
      });
    });
}
