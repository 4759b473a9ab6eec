import { matchPattern, type PatternMatch } from "./match-pattern.ts";
import type { Scope } from "./scope.ts";
import type { Word } from "./words.ts";

/** Matches patterns against the words of one question, and knows how far any of them came. */
export class PhraseMatcher {
  readonly words: readonly Word[];
  readonly #scope: Scope;
  #furthest = 0;

  constructor(words: readonly Word[], scope: Scope) {
    this.words = words;
    this.#scope = scope;
  }

  /** The furthest place that a part of a pattern came to. */
  get furthest(): number {
    return this.#furthest;
  }

  /** Every way in which the pattern covers the words from `at` on. */
  match(pattern: string, at: number): readonly PatternMatch[] {
    return matchPattern(pattern, this.words, at, this.#scope, (reached) => {
      if (reached > this.#furthest) this.#furthest = reached;
    });
  }

  /** The patterns, or nothing. */
  maybe(patterns: readonly string[], at: number): readonly PatternMatch[] {
    return [...patterns.flatMap((one) => this.match(one, at)), { end: at, slots: [] }];
  }

  /** What each phrase of a table makes of the words from `at` on. */
  made<T>(
    phrases: readonly (readonly [pattern: string, make: (slots: PatternMatch["slots"]) => T])[],
    at: number,
  ): readonly { readonly end: number; readonly made: T }[] {
    return phrases.flatMap(([pattern, make]) =>
      this.match(pattern, at).map(({ end, slots }) => ({ end, made: make(slots) })),
    );
  }

  /** The words from one place up to another, as they are compared. */
  said(from: number, to: number): readonly string[] {
    return this.words.slice(from, to).map((word) => (word.quoted ? "" : word.lower));
  }
}
