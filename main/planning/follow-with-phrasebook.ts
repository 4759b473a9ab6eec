import type { PlannerContext } from "../../planner/context.ts";
import { planWithPhrasebook } from "../../planner/phrasebook/plan-with-phrasebook.ts";
import type { Plan } from "../../terms/plan.ts";

/**
 * Plans a question with the phrasebook. One that goes on from another, and that cannot be read by itself, is read as the
 * end of the earlier one: "…, with their manager". Whatever was read stands in the review as one sentence.
 */
export async function followWithPhrasebook(question: string, context: PlannerContext): Promise<Plan> {
  const alone = await planWithPhrasebook(question, context);
  const before = context.earlier?.question;
  if (before === undefined || alone.kind !== "declined") return alone;
  const together = await planWithPhrasebook(`${before.replace(/[\s?.!]+$/u, "")} ${question}`, context);
  return together.kind === "declined" ? alone : together;
}
