import { z } from "zod";
import { exceptionShape, openExceptions } from "../../reports/exceptions.ts";
import { type MatchedExceptions, matchExceptions } from "../../reports/match-exceptions.ts";
import type { House } from "../house.ts";
import type { RunReport } from "../run-report.ts";
import type { NamedReport } from "./named-report.ts";
import { dayIn } from "./parse-moment.ts";

const kind = "exceptions";

const exceptedRows = z.array(z.object({ row: z.number(), exception: exceptionShape }));
const kept: z.ZodType<MatchedExceptions> = z.object({
  accepted: exceptedRows,
  expired: exceptedRows,
  unmatched: z.array(exceptionShape),
});

/**
 * An answer with what the accepted exceptions of its report say of its rows; as it is where the report has none for that org. What
 * is said is kept with the run. The rows stay as they are, and in their order.
 */
export async function applyExceptions(
  house: House,
  { name, keyColumns }: Pick<NamedReport, "name" | "keyColumns">,
  report: RunReport,
): Promise<RunReport> {
  const isAnswer = report.outcome === "answered" || report.outcome === "empty";
  if (report.run === null || !isAnswer || report.sample) return report;
  const { clock, timeZone, org } = house.journal().runs.get(report.run).beginning;
  const all = await openExceptions(house.folder, name).list(org);
  if (all.length === 0) return report;
  const exceptions = matchExceptions(report.rows, all, { keyColumns, today: dayIn(clock, timeZone) });
  await house.journal().runs.attach(report.run, kind, exceptions);
  return { ...report, exceptions };
}

/** What the exceptions said of a kept run's rows when it was made; undefined where there were none. */
export function keptExceptions(house: House, run: string): MatchedExceptions | undefined {
  const text = house.journal().runs.findAttachment(run, kind);
  return text === undefined ? undefined : kept.parse(JSON.parse(text));
}
