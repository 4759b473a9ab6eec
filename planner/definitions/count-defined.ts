import type { LookUp, LookUpItem, LookUpRequest } from "../context.ts";
import type { PlanRequest } from "../../terms/plan.ts";
import type { DefinedCondition } from "./defined-condition.ts";

/** How many users a condition means, and how many nearly: another spelling, a longer name. Null: Okta does not say. */
export interface DefinedCount {
  readonly matches: number | null;
  readonly nearMisses: number | null;
  /** Names of the near misses with their numbers. */
  readonly near: readonly LookUpItem[];
  readonly requests: readonly PlanRequest[];
}

/** Counts what a condition means by one look-up of names and numbers. */
export async function countDefined(condition: DefinedCondition, lookUp: LookUp): Promise<DefinedCount> {
  const found = await lookUp(requestFor(condition));
  const items = condition.kind === "attribute" ? found.items.filter((one) => one.name !== "") : found.items;
  const [meant, near] = [
    items.filter((one) => isMeant(condition, one)),
    items.filter((one) => !isMeant(condition, one)),
  ];
  const sum = (list: readonly LookUpItem[]): number | null =>
    list.some((one) => one.count === undefined) ? null : list.reduce((all, one) => all + (one.count ?? 0), 0);
  return { matches: sum(meant), nearMisses: sum(near), near, requests: found.requests };
}

function requestFor(condition: DefinedCondition): LookUpRequest {
  if (condition.kind === "group") return { subject: "groups", words: [condition.name] };
  if (condition.kind === "user-type") return { subject: "user-types", words: [condition.name] };
  return { subject: "attribute-values", words: condition.values, attribute: condition.attribute };
}

function isMeant(condition: DefinedCondition, { name }: LookUpItem): boolean {
  const said = fold(name);
  if (condition.kind !== "attribute") return said === fold(condition.name);
  const tests = {
    is: (value: string) => said === value,
    starts: (value: string) => said.startsWith(value),
    contains: (value: string) => said.includes(value),
    ends: (value: string) => said.endsWith(value),
  };
  return condition.values.some((value) => tests[condition.test](fold(value)));
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
