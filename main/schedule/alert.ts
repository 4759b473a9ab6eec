import type { AlertCondition } from "../../reports/schedule/schedule.ts";
import type { OutcomeKind } from "../../terms/run-end.ts";

/** Whether an answer is what the condition is about. What is no answer is none: it can be neither. */
export function isAlert(condition: AlertCondition | undefined, outcome: OutcomeKind): boolean {
  return (condition === "any-row" && outcome === "answered") || (condition === "no-row" && outcome === "empty");
}
