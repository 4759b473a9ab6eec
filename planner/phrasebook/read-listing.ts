import { after, before, firstOnes, groupings, orders } from "./listing-phrases.ts";
import { listings } from "./listings.ts";
import { matchPattern, type PatternMatch } from "./match-pattern.ts";
import type { ListingReading, ListingTest, Order } from "./reading.ts";
import type { ReadResult } from "./read-users.ts";
import type { Scope } from "./scope.ts";
import { formats, places } from "./user-ends.ts";
import { leads } from "./user-starts.ts";
import type { Word } from "./words.ts";

interface State {
  readonly at: number;
  readonly listing: string;
  readonly tests: readonly ListingTest[];
  readonly order: Order | undefined;
  readonly isCount: boolean;
}

const shown = [
  "and|with|including their|the|its? exact? number|count|counts of? member|members|users?",
  "and|with|including their|the|its? exact? member|members|membership|user number|count|counts|size|sizes",
  "and|with|including their|the|its? sizes|size|counts",
  "with status",
  "with their|the? status|type|types",
];

/** Reads a question for one of the org's lists. Every word is covered, or the place is named at which it stopped. */
export function readListing(words: readonly Word[], scope: Scope): ReadResult<ListingReading> {
  return new ListingReader(words, scope).read();
}

class ListingReader {
  readonly #words: readonly Word[];
  readonly #scope: Scope;
  #furthest = 0;

  constructor(words: readonly Word[], scope: Scope) {
    this.#words = words;
    this.#scope = scope;
  }

  read(): ReadResult<ListingReading> {
    for (const [lead, output] of leads)
      for (const { end } of this.#match(lead, 0))
        for (const state of this.#starts(end, output === "count")) {
          const reading = this.#rest(state);
          if (reading !== undefined) return { kind: "read", reading };
        }
    return { kind: "stopped", at: this.#furthest };
  }

  #match(pattern: string, at: number): readonly PatternMatch[] {
    return matchPattern(pattern, this.#words, at, this.#scope, (reached) => {
      this.#furthest = Math.max(this.#furthest, reached);
    });
  }

  #maybe(patterns: readonly string[], at: number): readonly number[] {
    return [...patterns.flatMap((one) => this.#match(one, at)).map((one) => one.end), at];
  }

  #starts(at: number, isCount: boolean): readonly State[] {
    const ordered: readonly { readonly end: number; readonly order: Order | undefined }[] = [
      ...firstOnes.flatMap(([pattern, make]) =>
        isCount ? [] : this.#match(pattern, at).map(({ end, slots }) => ({ end, order: make(slots) })),
      ),
      { end: at, order: undefined },
    ];
    return ordered.flatMap(({ end, order }) =>
      this.#adjectives(end, []).flatMap((adjective) =>
        Object.entries(listings).flatMap(([listing, { said }]) =>
          said
            .flatMap((one) => this.#match(one, adjective.end))
            .flatMap((subject) => this.#maybe(["are there", "do we|i have configured?"], subject.end))
            .map((subjectEnd) => ({ at: subjectEnd, listing, tests: adjective.tests, order, isCount })),
        ),
      ),
    );
  }

  #adjectives(
    at: number,
    tests: readonly ListingTest[],
  ): readonly { readonly end: number; readonly tests: readonly ListingTest[] }[] {
    const more = before.flatMap(([pattern, make]) =>
      this.#match(pattern, at).flatMap(({ end, slots }) => this.#adjectives(end, [...tests, ...make(slots)])),
    );
    return [...more, { end: at, tests }];
  }

  #rest(state: State): ListingReading | undefined {
    const ended = this.#end(state);
    if (ended !== undefined) return ended;
    for (const end of this.#maybe(["that|which|who", "and that|which?", ", and?", "but that|which?"], state.at))
      for (const [pattern, make] of after)
        for (const found of this.#match(pattern, end)) {
          const tests = [...state.tests, ...make(found.slots)];
          const reading = this.#rest({ ...state, at: found.end, tests });
          if (reading !== undefined) return reading;
        }
    return undefined;
  }

  #end(state: State): ListingReading | undefined {
    for (const shownEnd of this.#maybe(state.listing === "groups" ? shown : shown.slice(3), state.at))
      for (const placeEnd of this.#maybe([...places, "configured"], shownEnd))
        for (const { end, by } of this.#groupings(state, placeEnd))
          for (const { end: orderEnd, order } of this.#orders(state, end))
            for (const formatEnd of this.#maybe(formats, orderEnd)) {
              if (formatEnd !== this.#words.length) continue;
              const reading = readingOf(state, order, by);
              if (reading !== undefined) return reading;
            }
    return undefined;
  }

  #groupings(state: State, at: number): readonly { readonly end: number; readonly by: string | undefined }[] {
    const found = groupings.flatMap(([pattern, by]) =>
      state.isCount ? this.#match(pattern, at).map(({ end }) => ({ end, by })) : [],
    );
    return [...found, { end: at, by: undefined }];
  }

  #orders(state: State, at: number): readonly { readonly end: number; readonly order: Order | undefined }[] {
    if (state.isCount || state.order !== undefined) return [{ end: at, order: state.order }];
    const found = orders.flatMap(([pattern, make]) =>
      this.#match(pattern, at).map(({ end, slots }) => ({ end, order: make(slots) })),
    );
    return [...found, { end: at, order: undefined }];
  }
}

function readingOf(state: State, order: Order | undefined, by: string | undefined): ListingReading | undefined {
  const { listing, tests } = state;
  const named = order?.by === "name" ? { ...order, by: nameColumn(listing) ?? "" } : order;
  const columns = listings[listing]?.columns.map(([name]) => name) ?? [];
  const used = [named?.by, by].filter((one) => one !== undefined);
  if (!tests.every((test) => fits(listing, test)) || !used.every((one) => columns.includes(one))) return undefined;
  return { kind: "listing", listing, tests, order: named, output: outputOf(state, by) };
}

function outputOf({ isCount }: State, by: string | undefined): ListingReading["output"] {
  if (!isCount) return { kind: "rows" };
  return by === undefined ? { kind: "count" } : { kind: "count-by", by };
}

type ListedKind = Exclude<ListingTest["kind"], "status" | "name" | "date">;

const listOf: Readonly<Record<ListedKind, string>> = {
  modes: "apps",
  unassigned: "apps",
  number: "groups",
  type: "groups",
  roles: "groups",
  "no-owner": "groups",
};

/** Whether a test makes sense for a list; where it does not, its words stay uncovered. */
function fits(listing: string, test: ListingTest): boolean {
  if (test.kind === "status") return listings[listing]?.hasStatus === true;
  if (test.kind === "name") return nameColumn(listing) !== undefined;
  if (test.kind === "date") return listings[listing]?.dates?.includes(test.column) === true;
  return listOf[test.kind] === listing;
}

/** The column that holds the name of a listing's items. */
export function nameColumn(listing: string): string | undefined {
  return listings[listing]?.columns.find(([name]) => name === "name" || name === "label")?.[0];
}
