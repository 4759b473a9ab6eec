import { after, before, firstOnes, groupings, orders, rowOrders } from "./listing-phrases.ts";
import { listingStarts, shownPhrases } from "./listing-starts.ts";
import { listings } from "./listings.ts";
import { PhraseMatcher } from "./phrase-matcher.ts";
import type { ListingReading, ListingTest, Order, ShownColumn } from "./reading.ts";
import type { ReadResult } from "./read-users.ts";
import type { Scope } from "./scope.ts";
import { canTest, nameColumn, sortableColumns } from "./listing-tests.ts";
import { formats, places } from "./user-ends.ts";
import { leads } from "./user-starts.ts";
import type { Word } from "./words.ts";

interface State {
  readonly at: number;
  readonly listing: string;
  readonly tests: readonly ListingTest[];
  readonly shown: readonly ShownColumn[];
  readonly order: Order | undefined;
  readonly isCount: boolean;
  /** True where one item is asked for: "the largest group". */
  readonly isSingle: boolean;
}

/** Reads a question for one of the org's lists. Every word is covered, or the place is named at which it stopped. */
export function readListing(words: readonly Word[], scope: Scope): ReadResult<ListingReading> {
  return new ListingReader(new PhraseMatcher(words, scope)).read();
}

class ListingReader {
  readonly #matcher: PhraseMatcher;

  constructor(matcher: PhraseMatcher) {
    this.#matcher = matcher;
  }

  read(): ReadResult<ListingReading> {
    for (const state of this.#allStarts()) {
      const reading = this.#rest(state);
      if (reading !== undefined) return { kind: "read", reading };
    }
    return { kind: "stopped", at: this.#matcher.furthest };
  }

  #ends(patterns: readonly string[], at: number): readonly number[] {
    return this.#matcher.maybe(patterns, at).map((one) => one.end);
  }

  #allStarts(): readonly State[] {
    const led = leads.flatMap(([lead, output]) =>
      this.#matcher.match(lead, 0).flatMap(({ end }) => this.#starts(end, output === "count")),
    );
    // "How big is each group" and "members per group" ask for the list with a number beside each.
    const other = listingStarts.flatMap(([pattern, { listing, shown }]) =>
      this.#matcher.match(pattern, 0).flatMap(({ end }) =>
        this.#adjectives(end, []).flatMap((adjective) =>
          this.#subjects(adjective.end)
            .filter((subject) => subject.listing === listing)
            .map((subject) => ({ ...subject, tests: adjective.tests, shown, order: undefined, isCount: false })),
        ),
      ),
    );
    return [...led, ...other];
  }

  #starts(at: number, isCount: boolean): readonly State[] {
    const ordered: readonly { readonly end: number; readonly order: Order | undefined }[] = [
      ...this.#matcher.made(isCount ? [] : firstOnes, at).map(({ end, made }) => ({ end, order: made })),
      { end: at, order: undefined },
    ];
    return ordered.flatMap(({ end, order }) =>
      this.#adjectives(end, []).flatMap((adjective) =>
        this.#subjects(adjective.end).map((subject) => ({
          ...subject,
          tests: adjective.tests,
          shown: [],
          order,
          isCount,
        })),
      ),
    );
  }

  #subjects(at: number): readonly Pick<State, "at" | "listing" | "isSingle">[] {
    return Object.entries(listings).flatMap(([listing, { said }]) =>
      said
        .flatMap((one) => this.#matcher.match(one, at))
        .flatMap(({ end }) =>
          this.#ends(["are|is|were|was there", "do|does we|i|our|the org|company? have configured|defined?"], end),
        )
        .map((end) => ({ at: end, listing, isSingle: isSingular(this.#matcher.said(at, end)) })),
    );
  }

  #adjectives(
    at: number,
    tests: readonly ListingTest[],
  ): readonly { readonly end: number; readonly tests: readonly ListingTest[] }[] {
    const more = this.#matcher.made(before, at).flatMap(({ end, made }) => this.#adjectives(end, [...tests, ...made]));
    return [...more, { end: at, tests }];
  }

  #rest(state: State): ListingReading | undefined {
    const ended = this.#end(state);
    if (ended !== undefined) return ended;
    const joints = ["that|which|who", "and that|which? also?", ", and? that|which?", "but that|which?"];
    for (const end of this.#ends(joints, state.at))
      for (const found of this.#matcher.made(after, end)) {
        const reading = this.#rest({ ...state, at: found.end, tests: [...state.tests, ...found.made] });
        if (reading !== undefined) return reading;
      }
    return undefined;
  }

  #end(state: State): ListingReading | undefined {
    for (const place of this.#ends([...places, "configured|defined|present"], state.at))
      for (const shown of this.#shown(state, place))
        for (const again of this.#ends(places, shown.end))
          for (const { end, by } of this.#groupings(state, again))
            for (const { end: orderEnd, order } of this.#orders(state, end))
              for (const formatEnd of this.#ends(formats, orderEnd)) {
                if (formatEnd !== this.#matcher.words.length) continue;
                const reading = readingOf({ ...state, shown: [...state.shown, ...shown.columns] }, order, by);
                if (reading !== undefined) return reading;
              }
    return undefined;
  }

  #shown(
    { listing }: State,
    at: number,
  ): readonly { readonly end: number; readonly columns: readonly ShownColumn[] }[] {
    const phrases = shownPhrases.flatMap(([only, pattern, columns]) =>
      only === undefined || only === listing
        ? this.#matcher.match(pattern, at).map(({ end }) => ({ end, columns }))
        : [],
    );
    return [...phrases, { end: at, columns: [] }];
  }

  #groupings(state: State, at: number): readonly { readonly end: number; readonly by: string | undefined }[] {
    const found = groupings.flatMap(([pattern, by]) =>
      state.isCount || pattern.startsWith("per ")
        ? this.#matcher.match(pattern, at).map(({ end }) => ({ end, by }))
        : [],
    );
    return [...found, { end: at, by: undefined }];
  }

  /** Where a number stands before the list without saying of what, the end of the question has to say it. */
  #orders(state: State, at: number): readonly { readonly end: number; readonly order: Order | undefined }[] {
    const { order: first } = state;
    if (state.isCount || (first !== undefined && first.by !== "")) return [{ end: at, order: first }];
    const found = this.#matcher.made([...orders, ...rowOrders], at).map(({ end, made }) => ({
      end,
      order: { ...made, limit: first?.limit ?? made.limit },
    }));
    return first === undefined ? [...found, { end: at, order: undefined }] : found;
  }
}

function isSingular(said: readonly string[]): boolean {
  return ["group", "app"].some((one) => said.includes(one)) && !["groups", "apps"].some((one) => said.includes(one));
}

function readingOf(state: State, order: Order | undefined, by: string | undefined): ListingReading | undefined {
  const { listing, tests, shown } = state;
  const sorted = orderOf(state, order);
  const used = [sorted?.by, by].filter((one) => one !== undefined);
  const isKnown = used.every((one) => sortableColumns(listing).includes(one));
  const canShow = shown.length === 0 || listing === "apps";
  if (!isKnown || !canShow || !tests.every((test) => canTest(listing, test)) || !hasBeginning(listing, tests))
    return undefined;
  return { kind: "listing", listing, tests, shown, order: sorted, output: outputOf(state, by) };
}

/** "The largest group" asks for one, or for those that share the place. */
function orderOf({ listing, isSingle }: State, order: Order | undefined): Order | undefined {
  if (order === undefined) return undefined;
  const by = order.by === "name" ? (nameColumn(listing) ?? "") : order.by;
  return { ...order, by, limit: order.limit ?? (isSingle ? "best" : undefined) };
}

function hasBeginning(listing: string, tests: readonly ListingTest[]): boolean {
  return listings[listing]?.events === undefined || tests.some((test) => test.kind === "date" && test.side === "since");
}

function outputOf({ isCount }: State, by: string | undefined): ListingReading["output"] {
  if (by !== undefined) return { kind: "count-by", by };
  return isCount ? { kind: "count" } : { kind: "rows" };
}
