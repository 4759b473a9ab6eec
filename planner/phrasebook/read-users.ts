import { conditionPhrases } from "./condition-phrases.ts";
import { exceptPattern } from "./access-phrases.ts";
import { matchPattern, type PatternMatch } from "./match-pattern.ts";
import { textOf } from "./phrase.ts";
import type { Condition, OpenName, OpenUsersReading, Order, WantedColumn } from "./reading.ts";
import type { Scope } from "./scope.ts";
import { columnOpenings, columnPatterns, formats, groupings, places } from "./user-ends.ts";
import { firstOnes, leads, orders, subjects } from "./user-starts.ts";
import type { Word } from "./words.ts";

/** What reading gave: a reading that covers every word, or how far the words were understood. */
export type ReadResult<T> =
  | { readonly kind: "read"; readonly reading: T }
  | { readonly kind: "stopped"; readonly at: number; readonly why?: string };

type Join = "and" | "or" | undefined;
type Part = Condition | OpenName;

interface State {
  readonly at: number;
  readonly always: readonly Part[];
  readonly conditions: readonly Part[];
  readonly join: Join;
  /** True where one phrase gave several conditions: then `or` would tear them apart. */
  readonly bundled: boolean;
  /** True where the last condition was said with `or`: a bare `and` after it has two readings. */
  readonly either: boolean;
  readonly order: Order | undefined;
  /** Columns that are named before the conditions. */
  readonly columns: readonly WantedColumn[];
  readonly output: OpenUsersReading["output"];
}

interface End {
  readonly end: number;
  readonly columns: readonly WantedColumn[];
}

/** Reads a question about users, admins included. Every word is covered, or the place is named at which it stopped. */
export function readUsers(words: readonly Word[], scope: Scope): ReadResult<OpenUsersReading> {
  return new UsersReader(words, scope).read();
}

class UsersReader {
  readonly #words: readonly Word[];
  readonly #scope: Scope;
  /** How far any phrase came, and how far whole phrases one after the other did. */
  #furthest = 0;
  #understood = 0;
  #why: string | undefined;

  constructor(words: readonly Word[], scope: Scope) {
    this.#words = words;
    this.#scope = scope;
  }

  read(): ReadResult<OpenUsersReading> {
    for (const state of this.#starts().flatMap((one) => this.#withColumns(one))) {
      const reading = this.#conditions(state);
      if (reading !== undefined) return { kind: "read", reading };
    }
    const at = this.#furthest < this.#words.length ? this.#furthest : this.#understood;
    const stopped = { kind: "stopped", at } as const;
    return this.#why === undefined ? stopped : { ...stopped, why: this.#why };
  }

  #match(pattern: string, at: number): readonly PatternMatch[] {
    return matchPattern(pattern, this.#words, at, this.#scope, (reached) => {
      if (reached > this.#furthest) this.#furthest = reached;
    });
  }

  /** The pattern, or nothing. */
  #maybe(patterns: readonly string[], at: number): readonly PatternMatch[] {
    return [...patterns.flatMap((one) => this.#match(one, at)), { end: at, slots: [] }];
  }

  #starts(): readonly State[] {
    const empty = {
      always: [],
      conditions: [],
      join: undefined,
      bundled: false,
      either: false,
      order: undefined,
      columns: [],
    } as const;
    const who: readonly State[] = [
      ...this.#match("show|tell|list|find|give me|us? who|everyone|everybody|anyone", 0),
      ...this.#match("who|whom", 0),
    ].map((one) => ({ ...empty, at: one.end, output: { kind: "rows" } }));
    const subject = leads.flatMap(([pattern, output]) =>
      this.#match(pattern, 0).flatMap((one) => {
        const kind = output === "count" ? "count" : "rows";
        return this.#ordered({ ...empty, at: one.end, output: { kind } });
      }),
    );
    return [...subject, ...who];
  }

  #withColumns(state: State): readonly State[] {
    const named = this.#columns(state.at).filter(({ columns }) => columns.length > 0);
    return [state, ...named.map(({ end, columns }) => ({ ...state, at: end, columns }))];
  }

  #ordered(state: State): readonly State[] {
    const ordered = firstOnes.flatMap(([pattern, make]) =>
      state.output.kind === "count"
        ? []
        : this.#match(pattern, state.at).map(({ end, slots }) => ({ ...state, at: end, order: make(slots) })),
    );
    const sorted = ordered.flatMap((one) => this.#adjectives(one));
    // The latest admins may be the last to become admins.
    return [...sorted.filter(({ always }) => !always.some((one) => one.kind === "role")), ...this.#adjectives(state)];
  }

  /** `active`, `locked out or suspended` before the subject. */
  #adjectives(state: State): readonly State[] {
    const patterns = [
      "currently? {status}",
      "{status} or|and {status}",
      "{status} , {status} or|and {status}",
      "{status} , {status} , or|and {status}",
    ];
    return this.#maybe(patterns, state.at).flatMap((match) => {
      const values = match.slots.flatMap((one) => (one.kind === "values" ? one.values : []));
      const always: readonly Part[] = values.length === 0 ? [] : [{ kind: "status", values, not: false }];
      return subjects.flatMap(([subject, make]) =>
        this.#match(subject, match.end).flatMap((one) =>
          this.#maybe(["are there", "do we|i have"], one.end).map(({ end }) => ({
            ...state,
            at: end,
            always: [...always, ...make(one.slots)],
          })),
        ),
      );
    });
  }

  #conditions(state: State): OpenUsersReading | undefined {
    if (state.at > this.#understood && state.at < this.#words.length) this.#understood = state.at;
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
    const said = this.#connectors(state).flatMap(({ end, join }) =>
      conditionPhrases.flatMap(({ patterns, make }) =>
        patterns.flatMap((pattern) =>
          this.#match(pattern, end).flatMap((match) => {
            const conditions = make(match.slots);
            if (conditions.length === 0) return [];
            if (this.#isOfRole(state, end, conditions)) return [];
            if (attachesElsewhere(last, this.#words.slice(state.at, end), conditions)) return [];
            return this.#added(state, match.end, conditions, join ?? state.join);
          }),
        ),
      ),
    );
    return [...said, ...this.#exceptions(state, last)];
  }

  /** "admins of the Sales group" have a role over it, "admins created this month" became admins then, perhaps. */
  #isOfRole(state: State, at: number, conditions: readonly Part[]): boolean {
    if (state.conditions.length > 0 || !state.always.some((one) => one.kind === "role")) return false;
    const made = conditions.some((one) => one.kind === "date" && one.date === "created");
    return this.#words[at]?.lower === "of" || made;
  }

  #added(state: State, at: number, conditions: readonly Part[], join: Join): readonly State[] {
    const bundled = state.bundled || conditions.length > 1;
    if (bundled && join === "or") return [];
    const either = this.#words.slice(state.at, at).some((word) => word.lower === "or" && !word.quoted);
    return [{ ...state, at, conditions: [...state.conditions, ...conditions], join, bundled, either }];
  }

  /** `but not Datadog` after an app: an app, too. */
  #exceptions(state: State, last: Part | undefined): readonly State[] {
    if (last === undefined || (last.kind !== "app" && last.kind !== "group") || last.not || state.join === "or")
      return [];
    return this.#match(exceptPattern, state.at).flatMap(({ end, slots }) => {
      const names = [textOf(slots[0])];
      const other: Condition =
        last.kind === "app" ? { kind: "app", names, path: "any", not: true } : { kind: "group", names, not: true };
      return this.#added(state, end, [other], "and");
    });
  }

  /** What may stand between conditions. Between two of them, `and` beside `or` has two readings and so none. */
  #connectors(state: State): readonly { readonly end: number; readonly join: Join }[] {
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
      const matches = pattern === "" ? [{ end: state.at, slots: [] }] : this.#match(pattern, state.at);
      for (const { end } of matches) {
        if ((isFirst && join === "or") || (state.either && tears(this.#words.slice(state.at, end)))) continue;
        if (this.#isMixed(state, join, pattern !== "")) continue;
        found.push({ end, join: isFirst ? undefined : join });
      }
    }
    return found;
  }

  #isMixed(state: State, join: Join, isSaid: boolean): boolean {
    const isMixed = state.conditions.length > 0 && state.join !== undefined && state.join !== join;
    if (isMixed && isSaid) this.#why = "it joins conditions with both and and or, which can be read in two ways";
    return isMixed;
  }

  #end(state: State): OpenUsersReading | undefined {
    for (const place of this.#maybe(places, state.at))
      for (const by of this.#groupings(state, place.end))
        for (const { end, columns } of this.#columns(by.end))
          for (const order of this.#orders(state, end))
            for (const format of this.#maybe(formats, order.end)) {
              if (format.end !== this.#words.length) continue;
              const { always, conditions } = state;
              const join = state.join ?? "and";
              const wanted = [...state.columns, ...columns];
              return {
                kind: "users",
                always,
                conditions,
                join,
                columns: wanted,
                order: order.order,
                output: by.output,
              };
            }
    return undefined;
  }

  #orders(state: State, at: number): readonly { readonly end: number; readonly order: Order | undefined }[] {
    if (state.output.kind !== "rows") return [{ end: at, order: state.order }];
    const said = orders.flatMap(([pattern, make]) =>
      this.#match(pattern, at).map(({ end, slots }) => ({ end, order: make(slots) })),
    );
    return state.order === undefined ? [...said, { end: at, order: undefined }] : [{ end: at, order: state.order }];
  }

  #groupings(
    state: State,
    at: number,
  ): readonly { readonly end: number; readonly output: OpenUsersReading["output"] }[] {
    if (state.output.kind !== "count") return [{ end: at, output: state.output }];
    const grouped = groupings
      .flatMap((pattern) => this.#match(pattern, at))
      .flatMap(({ end, slots: [slot] }) =>
        slot?.kind === "values" ? [{ end, output: { kind: "count-by", by: slot.values[0] ?? "" } } as const] : [],
      );
    return [...grouped, { end: at, output: state.output }];
  }

  #columns(at: number): readonly End[] {
    const lists = columnOpenings.flatMap((opening) =>
      this.#match(opening, at).flatMap(({ end }) => {
        const isBare = this.#words.slice(at, end).every((one) => !["their", "the"].includes(one.lower));
        return this.#columnList(end, []).filter(({ columns }) => !isBare || mayStandBare(columns, this.#words[at]));
      }),
    );
    return [...lists.toReversed(), { end: at, columns: [] }];
  }

  #columnList(at: number, before: readonly WantedColumn[]): readonly End[] {
    return columnPatterns.flatMap(([pattern, make]) =>
      this.#match(pattern, at).flatMap(({ end, slots }) => {
        const columns = [...before, ...make(slots)];
        const more = this.#match(",? and their|the?", end).concat(this.#match(", their|the?", end));
        return [{ end, columns }, ...more.flatMap((one) => this.#columnList(one.end, columns))];
      }),
    );
  }
}

/** "A or B and C": which two belong together is not said. "A or B who C" is. */
function tears(connector: readonly Word[]): boolean {
  const said = connector.map((word) => word.lower);
  return said.includes("and") && !["who", "that", "they", "whose"].some((one) => said.includes(one));
}

/** "users with manager" may mean those who have one: without `their` only words that add a column are taken so. */
function mayStandBare(columns: readonly WantedColumn[], opening: Word | undefined): boolean {
  if (opening?.lower === "with") return columns.every((one) => one.kind === "field");
  // "users and groups" may ask for two lists.
  return columns.every((one) => one.kind !== "groups" && one.kind !== "apps");
}

/**
 * True where a condition that follows without `and`, `or` or a comma could be said of the thing named before it and not of the
 * user: "have a manager who is deactivated", "in the group A created last week", "with the app B that is active".
 */
function attachesElsewhere(last: Part | undefined, between: readonly Word[], next: readonly Part[]): boolean {
  const said = between.map((one) => one.lower);
  if (last === undefined || said.some((word) => ["and", "or", "but", "yet", ","].includes(word))) return false;
  const isAttribute = last.kind === "present" || last.kind === "attribute";
  if (isAttribute && last.attribute.startsWith("manager")) return true;
  if (!["group", "app", "role", "factor", "open"].includes(last.kind)) return false;
  if (said.includes("that") || said.includes("which")) return last.kind === "group" || last.kind === "app";
  const canBeOfThing = next.some((one) => one.kind === "status" || (one.kind === "date" && one.date !== "lastLogin"));
  return canBeOfThing && !said.includes("who");
}
