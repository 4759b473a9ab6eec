import { type Command, InvalidArgumentError, Option } from "commander";
import { metrics } from "../../main/metrics.ts";
import { exitCodes } from "../exit-codes.ts";
import { wholeNumber } from "../options.ts";
import type { Output } from "../output.ts";
import { renderJson } from "../render/render-json.ts";
import { renderMetrics } from "../render/render-metrics.ts";
import { renderPrometheus } from "../render/render-prometheus.ts";
import { withHouse } from "../with-house.ts";

interface MetricsOptions {
  readonly days?: number;
  readonly since?: Date;
  readonly json?: boolean;
  readonly prometheus?: boolean;
}

function parseTime(text: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new InvalidArgumentError("It is a day or a time, such as 2026-11-01.");
  return time;
}

/** `attest metrics`: what the journal says of questions, answers and reads, and of what is to be reached. */
export function addMetrics(program: Command, output: Output): void {
  program
    .command("metrics")
    .description("questions, outcomes, times, reads and marks, from the journal alone, with targets beside them")
    .addOption(new Option("--days <n>", "of the last N days").argParser((text: string) => wholeNumber(text, 1, 36_500)))
    .addOption(new Option("--since <time>", "from a day or time on, ISO 8601").argParser(parseTime).conflicts("days"))
    .option("--json", "print them as JSON")
    .addOption(
      new Option("--prometheus", "print all of the journal in Prometheus' text format").conflicts([
        "days",
        "since",
        "json",
      ]),
    )
    .action(async ({ days, since, json, prometheus }: MetricsOptions) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const shown = metrics(house, { days, since });
        if (prometheus === true) output.answer(await renderPrometheus(shown));
        else output.answer(json === true ? renderJson(shown) : renderMetrics(shown));
        return exitCodes.answered;
      });
    });
}
