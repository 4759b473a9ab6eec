import type { OrgDefinition } from "../../terms/definition.ts";
import type { Plan } from "../../terms/plan.ts";
import { defineWord } from "../definition/define-word.ts";
import { asDefinition } from "../definition/definitions-of-org.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import { planQuestion, type Planned, type PlanRequest } from "./plan-question.ts";

/**
 * Plans a question. Where it is asked back what a word means and somebody can choose, the choice is taken as the word's meaning,
 * for this once or for good, and the question is planned again.
 */
export async function planWithMeaning(
  house: House,
  request: Omit<PlanRequest, "meant">,
  front: Front,
  meant: readonly OrgDefinition[] = [],
): Promise<Planned> {
  const planned = await planQuestion(house, { ...request, meant }, front);
  const chosen = await chooseMeaning(house, planned.plan, front);
  if (chosen === undefined || meant.some((one) => one.name === chosen.name)) return planned;
  return planWithMeaning(house, request, front, [...meant, chosen]);
}

async function chooseMeaning(house: House, plan: Plan, front: Front): Promise<OrgDefinition | undefined> {
  if (plan.kind !== "asked-back" || plan.word === undefined) return undefined;
  const { word, alternatives } = plan;
  const chosen = await front.chooseMeaning?.(word, plan.question, alternatives);
  const condition = chosen === undefined ? undefined : alternatives[chosen.alternative]?.condition;
  if (chosen === undefined || condition === undefined) return undefined;
  if (chosen.remember) return asDefinition((await defineWord(house, word, condition, front)).word);
  const meaning = `${alternatives[chosen.alternative]?.label ?? condition} (chosen for this question)`;
  return { name: word, version: 0, meaning, condition };
}
