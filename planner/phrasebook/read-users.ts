import { conditionPhrases } from "./condition-phrases.ts";
import { matchPattern, type PatternMatch } from "./match-pattern.ts";
import type { Condition, UsersReading, WantedColumn } from "./reading.ts";
import type { SlotValue } from "./slots.ts";
import type { Word } from "./words.ts";

/** What reading gave: a reading that covers every word, or how far the words were understood. */
export type ReadResult<T> =
  | { readonly kind: "read"; readonly reading: T }
  | { readonly kind: "stopped"; readonly at: number; readonly why?: string };

type Join = "and" | "or" | undefined;

interface State {
  readonly at: number;
  readonly always: readonly Condition[];
  readonly conditions: readonly Condition[];
  readonly join: Join;
  readonly output: UsersReading["output"];
}

const leads: readonly (readonly [string, "rows" | "count"])[] = [
  ["please? list|show|find|get|fetch|display|give|identify|export me? a|the? list? of? all|every|any? the?", "rows"],
  ["which|what all?", "rows"],
  ["how many", "count"],
  ["count all? the?", "count"],
  ["all|every?", "rows"],
];

const subjects: readonly (readonly [string, (slots: readonly SlotValue[]) => readonly Condition[]])[] = [
  ["{role} admins|admin|administrators|administrator users?", (slots) => [roleOf(slots)]],
  ["admin users|accounts", () => [{ kind: "role", role: undefined, not: false }]],
  ["okta? admins|administrators", () => [{ kind: "role", role: undefined, not: false }]],
  ["okta? users|user|people|accounts", () => []],
  ["members|users of the? group {group}", (slots) => [groupOf(slots)]],
  ["members|users of the? {group} group", (slots) => [groupOf(slots)]],
];

const places = [
  "in|within|of|from|across our|my|the|this okta? org|organization|tenant|environment|instance",
  "in okta",
  "do we|i have in our|my|the okta? org|organization|tenant|environment",
];

/** Reads a question about users, admins included. Every word is covered, or the place is named at which it stopped. */
export function readUsers(words: readonly Word[], clock: string): ReadResult<UsersReading> {
  const reader = new UsersReader(words, clock);
  return reader.read();
}

class UsersReader {
  readonly #words: readonly Word[];
  readonly #clock: string;
  /** How far any phrase came, and how far a whole phrase did. */
  #furthest = 0;
  #understood = 0;
  #why: string | undefined;

  constructor(words: readonly Word[], clock: string) {
    this.#words = words;
    this.#clock = clock;
  }

  read(): ReadResult<UsersReading> {
    for (const state of this.#starts()) {
      const reading = this.#conditions(state);
      if (reading !== undefined) return { kind: "read", reading };
    }
    const at = this.#furthest < this.#words.length ? this.#furthest : this.#understood;
    const stopped = { kind: "stopped", at } as const;
    return this.#why === undefined ? stopped : { ...stopped, why: this.#why };
  }

  #match(pattern: string, at: number): readonly PatternMatch[] {
    const found = matchPattern(pattern, this.#words, at, this.#clock, (reached) => {
      if (reached > this.#furthest) this.#furthest = reached;
    });
    for (const { end } of found) if (end > this.#understood) this.#understood = end;
    return found;
  }

  #starts(): readonly State[] {
    const empty = { always: [], conditions: [], join: undefined } as const;
    const who: readonly State[] = this.#match("who|whom", 0).map((one) => ({
      ...empty,
      at: one.end,
      output: { kind: "rows" },
    }));
    const subject = leads.flatMap(([pattern, output]) =>
      this.#match(pattern, 0).flatMap((one) => this.#adjectives({ ...empty, at: one.end, output: { kind: output } })),
    );
    return [...subject, ...who];
  }

  /** `active`, `locked out or suspended` before the subject. */
  #adjectives(state: State): readonly State[] {
    const patterns = ["{status}", "{status} or {status}", "{status} and {status}", ""];
    return patterns.flatMap((pattern) =>
      (pattern === "" ? [{ end: state.at, slots: [] }] : this.#match(pattern, state.at)).flatMap((match) => {
        const values = match.slots.flatMap((one) => (one.kind === "values" ? one.values : []));
        const always: readonly Condition[] = values.length === 0 ? [] : [{ kind: "status", values, not: false }];
        return subjects.flatMap(([subject, make]) =>
          this.#match(subject, match.end).map((one) => ({
            ...state,
            at: one.end,
            always: [...always, ...make(one.slots)],
          })),
        );
      }),
    );
  }

  #conditions(state: State): UsersReading | undefined {
    const ended = this.#end(state);
    if (ended !== undefined) return ended;
    for (const next of this.#nextConditions(state)) {
      const reading = this.#conditions(next);
      if (reading !== undefined) return reading;
    }
    return undefined;
  }

  #nextConditions(state: State): readonly State[] {
    const last = state.conditions.at(-1) ?? state.always.find((one) => one.kind === "group");
    return this.#connectors(state).flatMap(({ end, join }) =>
      conditionPhrases.flatMap(({ patterns, make }) =>
        patterns.flatMap((pattern) =>
          this.#match(pattern, end).flatMap((match) => {
            const conditions = make(match.slots);
            if (attachesElsewhere(last, this.#words.slice(state.at, end), conditions)) return [];
            const next = [...state.conditions, ...conditions];
            return [{ ...state, at: match.end, conditions: next, join: join ?? state.join }];
          }),
        ),
      ),
    );
  }

  /** What may stand between conditions. Between two of them, `and` beside `or` has two readings and so none. */
  #connectors(state: State): readonly { readonly end: number; readonly join: Join }[] {
    const isFirst = state.conditions.length === 0;
    const found: { end: number; join: Join }[] = [];
    for (const [pattern, join] of [
      [", or who|that?", "or"],
      [", and|but? who|that|they?", "and"],
      ["and|but also? who|that|they?", "and"],
      ["or who|that?", "or"],
      ["who|that|which also?", "and"],
      ["", "and"],
    ] as const) {
      const matches = pattern === "" ? [{ end: state.at, slots: [] }] : this.#match(pattern, state.at);
      for (const { end } of matches) {
        if (isFirst && join === "or") continue;
        if (!isFirst && state.join !== undefined && state.join !== join) {
          if (pattern !== "") this.#why = "it joins conditions with both and and or, which can be read in two ways";
          continue;
        }
        found.push({ end, join: isFirst ? undefined : join });
      }
    }
    return found;
  }

  #end(state: State): UsersReading | undefined {
    for (const match of [...places.flatMap((one) => this.#match(one, state.at)), { end: state.at, slots: [] }]) {
      for (const by of this.#groupings(state, match.end)) {
        for (const { end, columns } of this.#columns(by.end)) {
          if (end !== this.#words.length) continue;
          const { always, conditions } = state;
          return { kind: "users", always, conditions, join: state.join ?? "and", columns, output: by.output };
        }
      }
    }
    return undefined;
  }

  #groupings(state: State, at: number): readonly { readonly end: number; readonly output: UsersReading["output"] }[] {
    if (state.output.kind !== "count") return [{ end: at, output: state.output }];
    const grouped = ["per {attribute}", "by {attribute}", "in each {attribute}", "per {field}", "by {field}"]
      .flatMap((pattern) => this.#match(pattern, at))
      .flatMap(({ end, slots: [slot] }) =>
        slot?.kind === "values" ? [{ end, output: { kind: "count-by", by: slot.values[0] ?? "" } } as const] : [],
      );
    const tail = this.#match("are there", at).concat(this.#match("do we|i have", at));
    return [...grouped, ...tail.map(({ end }) => ({ end, output: state.output })), { end: at, output: state.output }];
  }

  #columns(at: number): readonly { readonly end: number; readonly columns: readonly WantedColumn[] }[] {
    const found: { readonly end: number; readonly columns: readonly WantedColumn[] }[] = [{ end: at, columns: [] }];
    for (const { end } of [
      ...this.#match(",? and|with|including|showing|plus|along? with? their|the", at),
      ...this.#match("including|showing their|the?", at),
    ])
      found.push(...this.#columnList(end, []));
    return found.toReversed();
  }

  #columnList(
    at: number,
    before: readonly WantedColumn[],
  ): readonly { readonly end: number; readonly columns: readonly WantedColumn[] }[] {
    return columnPatterns.flatMap(([pattern, make]) =>
      this.#match(pattern, at).flatMap(({ end, slots }) => {
        const columns = [...before, make(slots)];
        const more = this.#match(",? and their?", end).concat(this.#match(", their?", end));
        return [{ end, columns }, ...more.flatMap((one) => this.#columnList(one.end, columns))];
      }),
    );
  }
}

/**
 * True where a condition that follows without `and`, `or` or a comma could be said of the thing named before it and not of the
 * user: "have a manager who is deactivated", "in the group A created last week", "with the app B that is active".
 */
function attachesElsewhere(last: Condition | undefined, between: readonly Word[], next: readonly Condition[]): boolean {
  const said = between.map((one) => one.lower);
  if (last === undefined || said.some((word) => ["and", "or", "but", ","].includes(word))) return false;
  const isAttribute = last.kind === "present" || last.kind === "attribute";
  if (isAttribute && last.attribute.startsWith("manager")) return true;
  const namesThing = isAttribute || ["group", "app", "role", "factor"].includes(last.kind);
  if (!namesThing) return false;
  if (said.includes("that") || said.includes("which")) return true;
  const canBeOfThing = next.some((one) => one.kind === "status" || (one.kind === "date" && one.date !== "lastLogin"));
  return canBeOfThing && !said.includes("who");
}

const columnPatterns: readonly (readonly [string, (slots: readonly SlotValue[]) => WantedColumn])[] = [
  ["{attribute}", (slots) => ({ kind: "attribute", attribute: firstOf(slots) })],
  ["{field}", (slots) => ({ kind: "field", field: firstOf(slots) })],
  ["enrolled? mfa? factors|factor", () => ({ kind: "factors" })],
  ["mfa status", () => ({ kind: "factors" })],
  ["admin|role? roles|assignments", () => ({ kind: "roles" })],
];

function firstOf(slots: readonly SlotValue[]): string {
  const [slot] = slots;
  return slot?.kind === "values" ? (slot.values[0] ?? "") : "";
}

function roleOf(slots: readonly SlotValue[]): Condition {
  return { kind: "role", role: firstOf(slots), not: false };
}

function groupOf([slot]: readonly SlotValue[]): Condition {
  return { kind: "group", name: slot?.kind === "text" ? slot.text : "", not: false };
}
