import type { Plan } from "../../terms/plan.ts";
import { type LiftedValue, restoreSource, restoreText } from "../hygiene.ts";

/** A plan with the values of the question back in their places, which no model saw. */
export function restorePlan(plan: Plan, values: readonly LiftedValue[]): Plan {
  const restore = (text: string): string => restoreText(text, values);
  switch (plan.kind) {
    case "snippet":
      return { ...plan, source: restoreSource(plan.source, values), reading: restore(plan.reading) };
    case "asked-back":
      return {
        ...plan,
        question: restore(plan.question),
        alternatives: plan.alternatives.map((one) => ({ ...one, label: restore(one.label) })),
      };
    case "declined":
      return { ...plan, reason: restore(plan.reason) };
  }
}
