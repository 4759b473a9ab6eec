import { matchSlot, slotNames, type SlotName, type SlotValue } from "./slots.ts";
import type { Scope } from "./scope.ts";
import type { Word } from "./words.ts";

/** One way in which a pattern covers words: up to where, and what its slots took. */
export interface PatternMatch {
  readonly end: number;
  readonly slots: readonly SlotValue[];
}

/** One part of a pattern: one of these words, or a slot; or neither, where it is optional. */
type PatternPart =
  | { readonly kind: "words"; readonly words: ReadonlySet<string>; readonly isOptional: boolean }
  | { readonly kind: "slot"; readonly slot: SlotName; readonly isOptional: boolean };

// The same few thousand patterns are tried at every word of every question: reading them each time took longer than all the rest.
const patternParts = new Map<string, readonly PatternPart[]>();

function partsOf(pattern: string): readonly PatternPart[] {
  const known = patternParts.get(pattern);
  if (known !== undefined) return known;
  const parts = pattern.split(" ").map(parsePart);
  patternParts.set(pattern, parts);
  return parts;
}

function parsePart(part: string): PatternPart {
  const isOptional = part.endsWith("?");
  const core = isOptional ? part.slice(0, -1) : part;
  return core.startsWith("{")
    ? { kind: "slot", slot: asSlot(core.slice(1, -1)), isOptional }
    : { kind: "words", words: new Set(core.split("|")), isOptional };
}

/** `{app}` and `{group}` take names, as any slot does whose own kind is not known. */
function asSlot(name: string): SlotName {
  return slotNames.find((one) => one === name) ?? "name";
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
  for (const part of partsOf(pattern)) {
    matches = withoutCopies(matches.flatMap((match) => continueWith(part, match, words, scope)));
    if (matches.length === 0) return matches;
    for (const match of matches) reached(match.end);
  }
  return matches;
}

/** Optional parts reach one place by many ways; one of them is enough. */
function withoutCopies(matches: readonly PatternMatch[]): readonly PatternMatch[] {
  if (matches.length < 2) return matches;
  return matches.filter(
    (one, at) => matches.findIndex((other) => other.end === one.end && other.slots === one.slots) === at,
  );
}

function continueWith(
  part: PatternPart,
  match: PatternMatch,
  words: readonly Word[],
  scope: Scope,
): readonly PatternMatch[] {
  const found = part.kind === "slot" ? bySlot(part.slot, match, words, scope) : byWord(part.words, match, words);
  return part.isOptional ? [...found, match] : found;
}

function byWord(those: ReadonlySet<string>, match: PatternMatch, words: readonly Word[]): readonly PatternMatch[] {
  const word = words[match.end];
  if (word === undefined || word.quoted || !those.has(word.lower)) return [];
  return [{ end: match.end + 1, slots: match.slots }];
}

function bySlot(slot: SlotName, match: PatternMatch, words: readonly Word[], scope: Scope): readonly PatternMatch[] {
  return matchSlot(slot, words, match.end, scope).map(({ end, value }) => ({
    end,
    slots: [...match.slots, value],
  }));
}
