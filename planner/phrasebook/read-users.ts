import { exceptOpenings, exceptPhrases } from "./except-phrases.ts";
import { conditionPhrases } from "./condition-phrases.ts";
import { PhraseMatcher } from "./phrase-matcher.ts";
import { readUserEnd } from "./read-user-end.ts";
import { readUserStarts } from "./read-user-start.ts";
import type { OpenUsersReading } from "./reading.ts";
import type { Scope } from "./scope.ts";
import { places } from "./user-ends.ts";
import type { Join, Part, UsersState } from "./users-state.ts";
import type { Word } from "./words.ts";

/** What reading gave: a reading that covers every word, or how far the words were understood. */
export type ReadResult<T> =
  | { readonly kind: "read"; readonly reading: T }
  | { readonly kind: "stopped"; readonly at: number; readonly why?: string };

/** Reads a question about users, admins included. Every word is covered, or the place is named at which it stopped. */
export function readUsers(words: readonly Word[], scope: Scope): ReadResult<OpenUsersReading> {
  return new UsersReader(new PhraseMatcher(words, scope)).read();
}

class UsersReader {
  readonly #matcher: PhraseMatcher;
  readonly #words: readonly Word[];
  /** How far whole phrases one after the other came. */
  #understood = 0;
  #why: string | undefined;

  constructor(matcher: PhraseMatcher) {
    this.#matcher = matcher;
    this.#words = matcher.words;
  }

  read(): ReadResult<OpenUsersReading> {
    for (const state of readUserStarts(this.#matcher)) {
      const reading = this.#conditions(state);
      if (reading !== undefined) return { kind: "read", reading };
    }
    const { furthest } = this.#matcher;
    const at = furthest < this.#words.length ? furthest : this.#understood;
    const stopped = { kind: "stopped", at } as const;
    return this.#why === undefined ? stopped : { ...stopped, why: this.#why };
  }

  #conditions(state: UsersState): OpenUsersReading | undefined {
    if (state.at > this.#understood && state.at < this.#words.length) this.#understood = state.at;
    const ended = readUserEnd(this.#matcher, state);
    if (ended !== undefined) return ended;
    for (const next of this.#nextConditions(state)) {
      const reading = this.#conditions(next);
      if (reading !== undefined) return reading;
    }
    return undefined;
  }

  #nextConditions(state: UsersState): readonly UsersState[] {
    const last = state.conditions.at(-1) ?? state.always.find((one) => one.kind === "group");
    const said = this.#connectors(state).flatMap(({ end, join }) =>
      conditionPhrases.flatMap(({ patterns, make }) =>
        patterns.flatMap((pattern) =>
          this.#matcher.match(pattern, end).flatMap((match) => {
            const conditions = make(match.slots);
            if (conditions.length === 0) return [];
            if (this.#isOfRole(state, end, conditions)) return [];
            if (attachesElsewhere(last, this.#words.slice(state.at, end), this.#words[end], conditions)) return [];
            return this.#added(state, match.end, conditions, join ?? state.join);
          }),
        ),
      ),
    );
    return [...said, ...this.#exceptions(state, last), ...this.#placed(state)];
  }

  /** "admins of the Sales group" have a role over it, "admins created this month" became admins then, perhaps. */
  #isOfRole(state: UsersState, at: number, conditions: readonly Part[]): boolean {
    if (state.conditions.length > 0 || !state.always.some((one) => one.kind === "role")) return false;
    const made = conditions.some((one) => one.kind === "date" && one.date === "created");
    return this.#words[at]?.lower === "of" || made;
  }

  #added(state: UsersState, at: number, conditions: readonly Part[], join: Join): readonly UsersState[] {
    const bundled = state.bundled || conditions.length > 1;
    if (bundled && join === "or") return [];
    const either = this.#words.slice(state.at, at).some((word) => word.lower === "or" && !word.quoted);
    return [{ ...state, at, conditions: [...state.conditions, ...conditions], join, bundled, either }];
  }

  /** `but not Datadog`, `except admins`: what is left out of all that was said before. */
  #exceptions(state: UsersState, last: Part | undefined): readonly UsersState[] {
    if (state.join === "or" || state.either) return [];
    if (!exceptOpenings.some((opening) => this.#matcher.match(opening, state.at).length > 0)) return [];
    return exceptPhrases(last).flatMap(([pattern, make]) =>
      this.#matcher.match(pattern, state.at).flatMap(({ end, slots }) => {
        const conditions = make(slots);
        return conditions.length === 0 ? [] : this.#added(state, end, conditions, "and");
      }),
    );
  }

  /** "users in Okta without MFA": the place narrows nothing. */
  #placed(state: UsersState): readonly UsersState[] {
    return places.flatMap((place) =>
      this.#matcher.match(place, state.at).flatMap(({ end }) => (end > state.at ? [{ ...state, at: end }] : [])),
    );
  }

  /** What may stand between conditions. Between two of them, `and` beside `or` has two readings and so none. */
  #connectors(state: UsersState): readonly { readonly end: number; readonly join: Join }[] {
    const isFirst = state.conditions.length === 0;
    const found: { end: number; join: Join }[] = [];
    for (const [pattern, join] of [
      [", or who|that?", "or"],
      [", and|but? also? who|that|they|whose?", "and"],
      ["and|but|yet also? who|that|they?", "and"],
      ["and whose?", "and"],
      ["or who|that?", "or"],
      ["who|that|which also?", "and"],
      ["and|but|yet", "and"],
      [", and|but?", "and"],
      ["", "and"],
    ] as const) {
      const matches = pattern === "" ? [{ end: state.at, slots: [] }] : this.#matcher.match(pattern, state.at);
      for (const { end } of matches) {
        if ((isFirst && join === "or") || (state.either && tears(this.#words.slice(state.at, end)))) continue;
        if (this.#isMixed(state, join, pattern !== "")) continue;
        found.push({ end, join: isFirst ? undefined : join });
      }
    }
    return found;
  }

  #isMixed(state: UsersState, join: Join, isSaid: boolean): boolean {
    const isMixed = state.conditions.length > 0 && state.join !== undefined && state.join !== join;
    if (isMixed && isSaid) this.#why = "it joins conditions with both and and or, which can be read in two ways";
    return isMixed;
  }
}

/** "A or B and C": which two belong together is not said. "A or B who C" is. */
function tears(connector: readonly Word[]): boolean {
  const said = connector.map((word) => word.lower);
  return said.includes("and") && !["who", "that", "they", "whose"].some((one) => said.includes(one));
}

/** Conditions that no group and no app can meet. */
const ofUsersAlone: ReadonlySet<string> = new Set([
  "group",
  "no-group",
  "factor",
  "factor-count",
  "only-factors",
  "never-signed-in",
]);

/**
 * True where a condition that follows without `and`, `or` or a comma could be said of the thing named before it and not of the
 * user: "have a manager who is deactivated", "in the group A created last week", "with the app B that is active". Without a
 * `who` before it, `are` is the verb of the whole question: "which members of the group A are active".
 */
function attachesElsewhere(
  last: Part | undefined,
  between: readonly Word[],
  verb: Word | undefined,
  next: readonly Part[],
): boolean {
  const said = between.map((one) => one.lower);
  if (last === undefined || said.some((word) => ["and", "or", "but", "yet", ","].includes(word))) return false;
  const isAttribute = last.kind === "present" || last.kind === "attribute";
  if (isAttribute && last.attribute.startsWith("manager")) return true;
  if (between.length === 0 && verb?.lower === "are") return false;
  return ["group", "app", "role", "factor", "open"].includes(last.kind) && canBeOfThing(last, said, next);
}

/** Whether a condition can be met by the group, app, role, factor or place that was named last. */
function canBeOfThing(last: Part, said: readonly string[], next: readonly Part[]): boolean {
  const isOfUsers = next.every(
    (one) => ofUsersAlone.has(one.kind) || (one.kind === "date" && one.date === "lastLogin"),
  );
  if (said.includes("that") || said.includes("which"))
    return !isOfUsers && (last.kind === "group" || last.kind === "app");
  const isOfAnything = next.some((one) => one.kind === "status" || (one.kind === "date" && one.date !== "lastLogin"));
  return isOfAnything && !said.includes("who");
}
