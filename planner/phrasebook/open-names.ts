import type { OrgDefinition } from "../../terms/definition.ts";
import { definedCondition } from "./defined-words.ts";
import type { LookUpRequest, LookUpResult, PlannerContext } from "../context.ts";
import type { Alternative, Plan, PlanRequest } from "../../terms/plan.ts";
import type { Condition, OpenName, OpenUsersReading, UsersReading } from "./reading.ts";

/** A reading with every name tied to the org, or the plan that says why it is not. */
export type Settled =
  | { readonly kind: "settled"; readonly reading: UsersReading }
  | { readonly kind: "plan"; readonly plan: Plan };

interface Meaning {
  readonly request: LookUpRequest;
  /** What the name would be equal to if it meant this. */
  readonly equals: readonly string[];
  readonly condition: (name: string, not: boolean) => Condition;
  readonly label: (name: string) => string;
}

/**
 * Ties each open name to the one thing of the org that is called exactly so. Where several are, or none, the operator is asked,
 * with what contains the name; without look-ups the question is declined.
 */
export async function settleNames(reading: OpenUsersReading, context: PlannerContext): Promise<Settled> {
  const settled = new Map<OpenName, Condition>();
  for (const part of [...reading.always, ...reading.conditions]) {
    if (part.kind !== "open" || settled.has(part)) continue;
    const result = await settle(part, context);
    if ("plan" in result) return { kind: "plan", plan: result.plan };
    settled.set(part, result.condition);
  }
  const tie = (parts: readonly (Condition | OpenName)[]): readonly Condition[] =>
    parts.flatMap((part) => (part.kind === "open" ? (settled.get(part) ?? []) : [part]));
  const words = context.definitions.filter((one) => [...settled.keys()].some((open) => isDefinedBy(open, one)));
  const [always, conditions] = [tie(reading.always), tie(reading.conditions)];
  return { kind: "settled", reading: { ...reading, always, conditions, words } };
}

async function settle(
  open: OpenName,
  context: PlannerContext,
): Promise<{ readonly condition: Condition } | { readonly plan: Plan }> {
  if (open.what === "word") return settleWord(open, context);
  const { lookUp } = context;
  if (lookUp === undefined) return { plan: { kind: "declined", reason: whyNotLookedUp(open), requests: [] } };
  const meanings = meaningsOf(open);
  const found = await Promise.all(meanings.map(async (one) => ({ ...one, result: await lookUp(one.request) })));
  const exact = found.flatMap((one) =>
    one.result.items.filter((item) => one.equals.includes(fold(item.name))).map((item) => ({ ...one, item })),
  );
  const meant = new Map(exact.map((one) => [`${one.label("")}${fold(one.item.name)}`, one]));
  const [only, ...others] = meant.values();
  if (only !== undefined && others.length === 0) return { condition: only.condition(only.item.name.trim(), open.not) };
  const alternatives: readonly Alternative[] = found.flatMap(({ label, result }) =>
    result.items.slice(0, 10).map((item) => ({ label: label(item.name), count: item.count })),
  );
  const requests = found.flatMap(({ result, request }) => made(result, request));
  if (alternatives.length === 0) {
    const kinds = open.what === "place" ? "department, group or app" : "value of userType or user type";
    const reason = `The word "${open.name}" is not understood here: no ${kinds} of this org contains it. Name the attribute, group or app that is meant.`;
    return { plan: { kind: "declined", reason, requests } };
  }
  return { plan: { kind: "asked-back", question: `What does "${open.name}" mean here?`, alternatives, requests } };
}

function isDefinedBy(open: OpenName, { name }: OrgDefinition): boolean {
  return open.what === "word" && open.name === name;
}

function settleWord(
  open: OpenName,
  context: PlannerContext,
): { readonly condition: Condition } | { readonly plan: Plan } {
  const definition = context.definitions.find((one) => isDefinedBy(open, one));
  const condition = definition === undefined ? undefined : definedCondition(definition, open.not);
  if (condition !== undefined) return { condition };
  const reason = `The definition of "${open.name}" cannot be read. Define it again with attest define.`;
  return { plan: { kind: "declined", reason, requests: [] } };
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}

function made(result: LookUpResult, request: LookUpRequest): readonly PlanRequest[] {
  return result.requests.map(({ operationId, showed }) => ({
    operationId,
    showed: `${showed}, looking for "${request.words.join(" ")}" in ${request.attribute ?? request.subject}`,
  }));
}

function whyNotLookedUp({ name, what }: OpenName): string {
  const kinds =
    what === "place" ? "a department, a group or an app" : "a value of the attribute userType or a user type of Okta";
  const how = what === "place" ? 'users in the group "…"' : "users whose userType is …";
  return `Okta has no meaning for "${name}": it may be ${kinds}, and nothing could be looked up to tell. Say which, as in: ${how}.`;
}

function meaningsOf({ what, name }: OpenName): readonly Meaning[] {
  const words = [name];
  const wanted = fold(name);
  const attribute = (one: string): Meaning => ({
    request: { subject: "attribute-values", words, attribute: one },
    equals: [wanted],
    condition: (value, not) => ({ kind: "attribute", attribute: one, test: "is", values: [value], not }),
    label: (value) => `users whose ${one} is "${value}"`,
  });
  if (what === "type") {
    const type: Meaning = {
      request: { subject: "user-types", words },
      equals: [wanted],
      condition: (value, not) => ({ kind: "user-type", name: value, not }),
      label: (value) => `users of the user type "${value}"`,
    };
    return [attribute("userType"), type];
  }
  const group: Meaning = {
    request: { subject: "groups", words },
    equals: [wanted, `${wanted} users`, `${wanted}s`],
    condition: (value, not) => ({ kind: "group", names: [value], not }),
    label: (value) => `users in the group "${value}"`,
  };
  const app: Meaning = {
    request: { subject: "applications", words },
    equals: [wanted],
    condition: (value, not) => ({ kind: "app", names: [value], path: "any", not }),
    label: (value) => `users assigned to the app "${value}"`,
  };
  return [attribute("department"), group, app];
}
