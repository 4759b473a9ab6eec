import { readDate, readDuration, readNumber } from "./read-time.ts";
import {
  attributeWords,
  factorWords,
  fieldWords,
  roleWords,
  signOnWords,
  statusWords,
  stopWords,
} from "./vocabulary.ts";
import type { Word } from "./words.ts";

/** What a place in a pattern takes: `name` any name, `proper` one in quotes or with a capital, `text` a name or any one word. */
export type SlotName =
  | "name"
  | "proper"
  | "text"
  | "login"
  | "status"
  | "attribute"
  | "field"
  | "factor"
  | "role"
  | "mode"
  | "duration"
  | "date"
  | "number";

/** What a slot took. Durations are in hours, dates ISO 8601. */
export type SlotValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "values"; readonly values: readonly string[]; readonly said: string }
  | { readonly kind: "number"; readonly number: number };

/** One way in which a slot takes words. */
export interface SlotMatch {
  readonly end: number;
  readonly value: SlotValue;
}

type SlotReader = (words: readonly Word[], at: number, clock: string) => readonly SlotMatch[];

const readers: Readonly<Record<SlotName, SlotReader>> = {
  name: (words, at) => matchName(words, at, false),
  proper: (words, at) => matchName(words, at, true),
  text: (words, at) => matchText(words, at),
  login: (words, at) => matchLogin(words[at], at),
  status: (words, at) => lookUp(statusWords, words, at),
  factor: (words, at) => lookUp(factorWords, words, at),
  mode: (words, at) => lookUp(signOnWords, words, at),
  attribute: (words, at) => lookUp(inLists(attributeWords), words, at),
  field: (words, at) => lookUp(inLists(fieldWords), words, at),
  role: (words, at) => lookUp(inLists(roleWords), words, at),
  duration: (words, at) => asNumber(readDuration(words, at)),
  number: (words, at) => asNumber(readNumber(words, at)),
  date: (words, at, clock) => {
    const date = readDate(words, at, clock);
    return date === undefined ? [] : [{ end: date.end, value: { kind: "text", text: date.date } }];
  },
};

/** The names of all slots. */
export const slotNames: readonly SlotName[] = [
  "name",
  "proper",
  "text",
  "login",
  "status",
  "attribute",
  "field",
  "factor",
  "role",
  "mode",
  "duration",
  "date",
  "number",
];

/** Every way in which a slot takes the words from `at` on; the longest first. */
export function matchSlot(slot: SlotName, words: readonly Word[], at: number, clock: string): readonly SlotMatch[] {
  return readers[slot](words, at, clock);
}

function asNumber(found: { readonly end: number; readonly number: number } | undefined): readonly SlotMatch[] {
  return found === undefined ? [] : [{ end: found.end, value: { kind: "number", number: found.number } }];
}

function inLists(table: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(table).map(([said, value]) => [said, [value]]));
}

function lookUp(
  table: Readonly<Record<string, readonly string[]>>,
  words: readonly Word[],
  at: number,
): readonly SlotMatch[] {
  return [3, 2, 1].flatMap((length) => {
    const taken = words.slice(at, at + length);
    if (taken.length < length || taken.some((one) => one.quoted)) return [];
    const said = taken.map((one) => one.lower).join(" ");
    const values = Object.hasOwn(table, said) ? table[said] : undefined;
    return values === undefined ? [] : [{ end: at + length, value: { kind: "values", values, said } }];
  });
}

function matchLogin(word: Word | undefined, at: number): readonly SlotMatch[] {
  if (word === undefined || !(word.quoted || /^[^@\s]+@[^@\s]+$|^\w+[.]\w+$/.test(word.text))) return [];
  return [{ end: at + 1, value: { kind: "text", text: word.text } }];
}

function matchText(words: readonly Word[], at: number): readonly SlotMatch[] {
  const names = matchName(words, at, false);
  const word = words[at];
  if (names.length > 0 || word === undefined || ["and", "or", "not", "no", ","].includes(word.lower)) return names;
  return [named([word], at + 1)];
}

/**
 * A name is a text in quotes, or one word, or several that each begin with a capital or a digit. A word that could change the
 * meaning of the question is never taken into a name.
 */
function matchName(words: readonly Word[], at: number, mustBeProper: boolean): readonly SlotMatch[] {
  const first = words[at];
  if (first === undefined) return [];
  if (first.quoted) return [named([first], at + 1)];
  if (!mayName(first) || (mustBeProper && !isProper(first))) return [];
  let end = at + 1;
  while (isProper(words[at]) && isProper(words[end]) && words[end]?.quoted === false) end += 1;
  const ends = Array.from({ length: end - at }, (_, index) => end - index);
  return ends.map((one) => named(words.slice(at, one), one));
}

function named(taken: readonly Word[], end: number): SlotMatch {
  return { end, value: { kind: "text", text: taken.map((one) => one.text).join(" ") } };
}

function mayName(word: Word): boolean {
  return !stopWords.has(word.text) && (!stopWords.has(word.lower) || /^\p{Lu}$/u.test(word.text));
}

function isProper(word: Word | undefined): boolean {
  return word !== undefined && mayName(word) && /^[\p{Lu}\p{N}]/u.test(word.text);
}
