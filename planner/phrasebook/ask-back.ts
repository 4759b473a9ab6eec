import type { LookUp, LookUpRequest, PlannerContext } from "../context.ts";
import type { Alternative, Plan, PlanRequest } from "../../terms/plan.ts";
import { peopleWithoutMeaning } from "./vocabulary.ts";
import type { Word } from "./words.ts";

/** A word of a question that Okta gives no meaning to. */
export interface UnclearWord {
  /** As it is looked for in names: `contractor`. */
  readonly word: string;
  readonly kind: "people" | "inactive" | "recently" | "month";
}

/** The first word of a question that only the operator can give a meaning; undefined where there is none. */
export function findUnclear(
  words: readonly Word[],
  defined: ReadonlyMap<string, string> = new Map(),
): UnclearWord | undefined {
  const text = ` ${words.map((one) => (one.quoted ? "" : one.lower.replace(/['’]s?$/, ""))).join(" ")} `;
  const people = peopleWithoutMeaning.find(
    (one) => !defined.has(one) && (text.includes(` ${one} `) || text.includes(` ${one}s `)),
  );
  if (people !== undefined) return { word: people, kind: "people" };
  if (/ (inactive|stale|dormant|idle|disabled) (okta )?(users?|accounts?|admins?|people|for) /.test(text))
    return { word: "inactive", kind: "inactive" };
  const recently = / (recently|recent|lately) /.exec(text)?.[1];
  if (recently !== undefined) return { word: recently, kind: "recently" };
  const month = / ((?:\S+ )?(?:months?|quarters?|years?)|last week) /.exec(text)?.[1];
  return month === undefined || /^(this|current|per|each) /.test(month) ? undefined : { word: month, kind: "month" };
}

/**
 * Asks what an unclear word means, with the org's own ways of saying it and their numbers. Without look-ups, or where the org
 * has none, the question is declined.
 */
export async function askBack(unclear: UnclearWord, context: PlannerContext): Promise<Plan> {
  if (unclear.kind === "inactive") return askWhichInactivity();
  if (unclear.kind !== "people") return askHowLong(unclear.word);
  const requests = peopleLookUps(unclear.word);
  if (context.lookUp === undefined) {
    const reason = `Okta has no meaning for "${unclear.word}": it may be a profile attribute, a user type or a group, and nothing could be looked up to tell. Name the attribute or the group, as in: users in the group "…".`;
    return { kind: "declined", reason, requests: [] };
  }
  const { alternatives, made } = await lookUpAll(requests, context.lookUp);
  if (alternatives.length === 0) {
    const reason = `Nothing in this org is called "${unclear.word}": no attribute value, user type or group contains it. Name the attribute or the group that is meant.`;
    return { kind: "declined", reason, requests: made };
  }
  const question = `What does "${unclear.word}" mean here?`;
  return { kind: "asked-back", question, word: unclear.word, alternatives, requests: made };
}

interface LabelledLookUp {
  readonly request: LookUpRequest;
  readonly label: (name: string) => string;
  /** The same as a definition of the word. */
  readonly condition: (name: string) => string;
}

function peopleLookUps(word: string): readonly LabelledLookUp[] {
  return [
    {
      request: { subject: "attribute-values", words: [word], attribute: "userType" },
      label: (name) => `users whose userType is "${name}"`,
      condition: (name) => `userType same "${name}"`,
    },
    {
      request: { subject: "user-types", words: [word] },
      label: (name) => `users of the user type "${name}"`,
      condition: (name) => `user type "${name}"`,
    },
    {
      request: { subject: "groups", words: [word] },
      label: (name) => `users in the group "${name}"`,
      condition: (name) => `group "${name}"`,
    },
  ];
}

async function lookUpAll(
  lookUps: readonly LabelledLookUp[],
  lookUp: LookUp,
): Promise<{ readonly alternatives: readonly Alternative[]; readonly made: readonly PlanRequest[] }> {
  const results = await Promise.all(lookUps.map(async (one) => ({ ...one, result: await lookUp(one.request) })));
  return {
    alternatives: results.flatMap(({ label, condition, result }) =>
      result.items.map((item) => ({ label: label(item.name), count: item.count, condition: condition(item.name) })),
    ),
    made: results.flatMap(({ result, request }) =>
      result.requests.map(({ operationId, showed }) => ({
        operationId,
        showed: `${showed}, looking for "${request.words.join(" ")}" in ${request.attribute ?? request.subject}`,
      })),
    ),
  };
}

function askWhichInactivity(): Plan {
  return {
    kind: "asked-back",
    question: "Okta has no inactive users. Which of these is meant?",
    alternatives: [
      { label: "active users who have not signed in for 90 days", count: undefined },
      { label: "users who are not active", count: undefined },
      { label: "suspended users", count: undefined },
      { label: "deactivated users", count: undefined },
    ],
    requests: [],
  };
}

/** Months and years differ in length, "last week" is seven days or a calendar week, "recently" is anything. */
function askHowLong(word: string): Plan {
  return {
    kind: "asked-back",
    question: `"${word}" has no one length. Which span is meant? Ask again with days, weeks or dates in its place.`,
    alternatives: [
      "7 days",
      "30 days",
      "90 days",
      "180 days",
      "365 days",
      "since 2026-01-01",
      "this month",
      "this year",
    ].map((label) => ({
      label,
      count: undefined,
    })),
    requests: [],
  };
}
