import { matchSlot, slotNames, type SlotName, type SlotValue } from "./slots.ts";
import type { Scope } from "./scope.ts";
import type { Word } from "./words.ts";

/** One way in which a pattern covers words: up to where, and what its slots took. */
export interface PatternMatch {
  readonly end: number;
  readonly slots: readonly SlotValue[];
}

/**
 * Every way in which a pattern covers the words from `at` on, longest names first. A pattern is a row of parts:
 * `reached` is told of every place that a part of the pattern came to.
 * `a|b` one of these words, `a|b?` or none, `{app}` a slot, `{app}?` or none.
 */
export function matchPattern(
  pattern: string,
  words: readonly Word[],
  at: number,
  scope: Scope,
  reached: (at: number) => void = () => undefined,
): readonly PatternMatch[] {
  let matches: readonly PatternMatch[] = [{ end: at, slots: [] }];
  for (const part of pattern.split(" ")) {
    matches = withoutCopies(matches.flatMap((match) => continueWith(part, match, words, scope)));
    for (const match of matches) reached(match.end);
  }
  return matches;
}

/** Optional parts reach one place by many ways; one of them is enough. */
function withoutCopies(matches: readonly PatternMatch[]): readonly PatternMatch[] {
  return matches.filter(
    (one, at) => matches.findIndex((other) => other.end === one.end && other.slots === one.slots) === at,
  );
}

function continueWith(
  part: string,
  match: PatternMatch,
  words: readonly Word[],
  scope: Scope,
): readonly PatternMatch[] {
  const isOptional = part.endsWith("?");
  const core = isOptional ? part.slice(0, -1) : part;
  const found = core.startsWith("{") ? bySlot(core.slice(1, -1), match, words, scope) : byWord(core, match, words);
  return isOptional ? [...found, match] : found;
}

function byWord(core: string, match: PatternMatch, words: readonly Word[]): readonly PatternMatch[] {
  const word = words[match.end];
  if (word === undefined || word.quoted || !core.split("|").includes(word.lower)) return [];
  return [{ end: match.end + 1, slots: match.slots }];
}

function bySlot(name: string, match: PatternMatch, words: readonly Word[], scope: Scope): readonly PatternMatch[] {
  return matchSlot(asSlot(name), words, match.end, scope).map(({ end, value }) => ({
    end,
    slots: [...match.slots, value],
  }));
}

/** `{app}` and `{group}` take names, as any slot does whose own kind is not known. */
function asSlot(name: string): SlotName {
  return slotNames.find((one) => one === name) ?? "name";
}
