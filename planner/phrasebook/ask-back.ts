import type { LookUp, LookUpRequest, PlannerContext } from "../context.ts";
import type { Alternative, Plan, PlanRequest } from "../../terms/plan.ts";
import { peopleWithoutMeaning, statusWords } from "./vocabulary.ts";
import type { Word } from "./words.ts";

/** A word of a question that Okta gives no meaning to. */
export interface UnclearWord {
  /** As it is looked for in names: `contractor`. */
  readonly word: string;
  readonly kind: "people" | "inactive" | "place";
}

/** The first word of a question that only the operator can give a meaning; undefined where there is none. */
export function findUnclear(words: readonly Word[]): UnclearWord | undefined {
  const text = ` ${words.map((one) => (one.quoted ? "" : one.lower.replace(/['’]s?$/, ""))).join(" ")} `;
  const people = peopleWithoutMeaning.find((one) => text.includes(` ${one} `) || text.includes(` ${one}s `));
  if (people !== undefined) return { word: people, kind: "people" };
  if (/ (inactive|stale|dormant|idle|disabled) (okta )?(users?|accounts?|admins?|people) /.test(text))
    return { word: "inactive", kind: "inactive" };
  return findPlace(words);
}

/** "active users in Engineering": a department, or a group? */
function findPlace(words: readonly Word[]): UnclearWord | undefined {
  const at = words.findIndex((word, index) => {
    const name = words[index + 1];
    const next = words[index + 2]?.lower;
    if (word.lower !== "in" || name === undefined || !/^\p{Lu}/u.test(name.text)) return false;
    return !["group", "groups", "department", "app", "application", "org"].includes(next ?? "") && !isKnownPlace(name);
  });
  const name = words[at + 1];
  const subject = words.slice(0, Math.max(at, 0)).map((one) => one.lower);
  if (at < 1 || name === undefined) return undefined;
  const isAboutUsers = ["users", "user", "people"].includes(subject.at(-1) ?? "");
  return isAboutUsers ? { word: name.text, kind: "place" } : undefined;
}

function isKnownPlace(word: Word): boolean {
  return ["okta", "both", "group", "groups"].includes(word.lower) || Object.hasOwn(statusWords, word.lower);
}

/**
 * Asks what an unclear word means, with the org's own ways of saying it and their numbers. Without look-ups, or where the org
 * has none, the question is declined.
 */
export async function askBack(unclear: UnclearWord, context: PlannerContext): Promise<Plan> {
  if (unclear.kind === "inactive") return askWhichInactivity();
  const requests = unclear.kind === "people" ? peopleLookUps(unclear.word) : placeLookUps(unclear.word);
  if (context.lookUp === undefined) {
    const reason = `Okta has no meaning for "${unclear.word}": it may be a profile attribute, a user type or a group, and nothing could be looked up to tell. Name the attribute or the group, as in: users in the group "…".`;
    return { kind: "declined", reason, requests: [] };
  }
  const { alternatives, made } = await lookUpAll(requests, context.lookUp);
  if (alternatives.length === 0) {
    const reason = `Nothing in this org is called "${unclear.word}": no attribute value, user type or group contains it. Name the attribute or the group that is meant.`;
    return { kind: "declined", reason, requests: made };
  }
  return { kind: "asked-back", question: `What does "${unclear.word}" mean here?`, alternatives, requests: made };
}

interface LabelledLookUp {
  readonly request: LookUpRequest;
  readonly label: (name: string) => string;
}

const valuesOf = (attribute: string, word: string): LabelledLookUp => ({
  request: { subject: "attribute-values", words: [word], attribute },
  label: (name) => `users whose ${attribute} is "${name}"`,
});

const groupsNamed = (word: string): LabelledLookUp => ({
  request: { subject: "groups", words: [word] },
  label: (name) => `users in the group "${name}"`,
});

function peopleLookUps(word: string): readonly LabelledLookUp[] {
  return [
    valuesOf("userType", word),
    {
      request: { subject: "user-types", words: [word] },
      label: (name) => `users of the user type "${name}"`,
    },
    groupsNamed(word),
  ];
}

function placeLookUps(word: string): readonly LabelledLookUp[] {
  return [valuesOf("department", word), groupsNamed(word)];
}

async function lookUpAll(
  lookUps: readonly LabelledLookUp[],
  lookUp: LookUp,
): Promise<{ readonly alternatives: readonly Alternative[]; readonly made: readonly PlanRequest[] }> {
  const results = await Promise.all(lookUps.map(async (one) => ({ ...one, result: await lookUp(one.request) })));
  return {
    alternatives: results.flatMap(({ label, result }) =>
      result.items.map((item) => ({ label: label(item.name), count: item.count })),
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
