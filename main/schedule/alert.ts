import type { AlertCondition } from "../../reports/schedule/schedule.ts";
import { countOpen } from "../report/rows-with-exceptions.ts";
import type { PackResult } from "../report/run-pack.ts";
import type { RunReport } from "../run-report.ts";

/**
 * Whether an answer is what the condition is about. What is no answer is none: it can be neither. A row for which an exception is
 * accepted is no row that anybody is to be told of.
 */
export function isAlert(
  condition: AlertCondition | undefined,
  answer: Pick<RunReport, "outcome" | "count" | "exceptions">,
): boolean {
  const isAnyOpen = answer.outcome === "answered" && countOpen(answer) > 0;
  return (condition === "any-row" && isAnyOpen) || (condition === "no-row" && answer.outcome === "empty");
}

/** Whether a pack's summary is what the condition is about: a requirement that fails without an accepted exception. */
export function isPackAlert(condition: AlertCondition | undefined, { summary }: Pick<PackResult, "summary">): boolean {
  return condition === "any-fail" && (summary["fail"] ?? 0) > 0;
}
