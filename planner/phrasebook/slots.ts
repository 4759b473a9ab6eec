import { readDate, readDuration, readMonth, readMonthName, readNumber, readPeriod, readYear } from "./read-time.ts";
import type { AttributeKind, Scope } from "./scope.ts";
import { factorWords, fieldWords, roleWords, signOnWords, softWords, statusWords, stopWords } from "./vocabulary.ts";
import type { Word } from "./words.ts";

/** What a place in a pattern takes: `name` any name, `proper` one in quotes or with a capital, `text` a name or any one word. */
export type SlotName =
  | "name"
  | "proper"
  | "text"
  | "login"
  | "person"
  | "status"
  | "attribute"
  | "field"
  | "factor"
  | "role"
  | "mode"
  | "duration"
  | "counted"
  | "date"
  | "number"
  | "year"
  | "month"
  | "monthname"
  | "period"
  | "numeric"
  | "flag"
  | "column"
  | "defined";

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

type SlotReader = (words: readonly Word[], at: number, scope: Scope) => readonly SlotMatch[];

const readers: Readonly<Record<SlotName, SlotReader>> = {
  name: (words, at) => matchName(words, at, false),
  proper: (words, at) => matchName(words, at, true),
  text: (words, at) => matchText(words, at),
  login: (words, at) => matchLogin(words[at], at),
  person: (words, at) => matchPerson(words, at),
  status: (words, at) => lookUp(statusWords, words, at),
  factor: (words, at) => lookUp(factorWords, words, at),
  mode: (words, at) => lookUp(signOnWords, words, at),
  attribute: (words, at, scope) => attributesOf(scope, ["text"], words, at),
  numeric: (words, at, scope) => attributesOf(scope, ["number"], words, at),
  flag: (words, at, scope) => attributesOf(scope, ["flag"], words, at),
  column: (words, at, scope) => attributesOf(scope, ["text", "number", "flag", "list"], words, at),
  defined: (words, at, scope) => lookUp(inLists(Object.fromEntries(scope.defined)), words, at),
  field: (words, at) => lookUp(inLists(fieldWords), words, at),
  role: (words, at) => lookUp(inLists(roleWords), words, at),
  duration: (words, at) => asNumber(readDuration(words, at)),
  counted: (words, at) =>
    (readNumber(words, at) ?? startsCounted(words[at])) === undefined ? [] : asNumber(readDuration(words, at)),
  number: (words, at) => asNumber(readNumber(words, at)),
  date: (words, at, { clock }) => asText(readDate(words, at, clock)),
  year: (words, at, { clock }) => asText(readYear(words, at, clock)),
  month: (words, at, { clock }) => asText(readMonth(words, at, clock)),
  monthname: (words, at, { clock }) => asText(readMonthName(words, at, clock)),
  period: (words, at, { clock }) => asText(readPeriod(words, at, clock)),
};

/** The names of all slots. */
export const slotNames: readonly SlotName[] = [
  "name",
  "proper",
  "text",
  "login",
  "person",
  "status",
  "attribute",
  "field",
  "factor",
  "role",
  "mode",
  "duration",
  "counted",
  "date",
  "number",
  "year",
  "month",
  "monthname",
  "period",
  "numeric",
  "flag",
  "column",
  "defined",
];

/** Every way in which a slot takes the words from `at` on; the longest first. */
export function matchSlot(slot: SlotName, words: readonly Word[], at: number, scope: Scope): readonly SlotMatch[] {
  return readers[slot](words, at, scope);
}

function attributesOf(
  scope: Scope,
  kinds: readonly AttributeKind[],
  words: readonly Word[],
  at: number,
): readonly SlotMatch[] {
  return lookUp(inLists(Object.fromEntries(scope.attributes)), words, at).filter(
    ({ value }) => value.kind === "values" && kinds.includes(scope.kinds.get(value.values[0] ?? "") ?? "text"),
  );
}

function asText(found: { readonly end: number; readonly date: string } | undefined): readonly SlotMatch[] {
  return found === undefined ? [] : [{ end: found.end, value: { kind: "text", text: found.date } }];
}

/** `30d`, or `a` as in `a week`: a span whose length is said. */
function startsCounted(word: Word | undefined): true | undefined {
  return word !== undefined && /^(an?|\d+[+]?-?(day|hour|week|h|d|w)s?)$/.test(word.lower) ? true : undefined;
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

/** A first and a last name, each with a capital. */
function matchPerson(words: readonly Word[], at: number): readonly SlotMatch[] {
  const [first, last] = words.slice(at, at + 2);
  if (first === undefined || last === undefined) return [];
  const isName = (word: Word): boolean => !word.quoted && mayName(word) && /^\p{Lu}\p{Ll}/u.test(word.text);
  return isName(first) && isName(last) ? [named([first, last], at + 2)] : [];
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
  const begins = mayName(first) || (isSoft(first) && continuesName(words[at + 1]));
  if (!begins || (mustBeProper && !isCapital(first))) return [];
  let end = at + 1;
  while (isCapital(first) && continuesName(words[end])) end += 1;
  const ends = Array.from({ length: end - at }, (_, index) => end - index);
  return ends.filter((one) => mayName(first) || one > at + 1).map((one) => named(words.slice(at, one), one));
}

function named(taken: readonly Word[], end: number): SlotMatch {
  return { end, value: { kind: "text", text: taken.map((one) => one.text).join(" ") } };
}

function mayName(word: Word): boolean {
  return (
    word.text === "IT" ||
    word.text === "Everyone" ||
    !stopWords.has(word.lower) ||
    (word.lower !== "i" && /^\p{Lu}$/u.test(word.text))
  );
}

function isCapital(word: Word): boolean {
  return /^[\p{Lu}\p{N}]/u.test(word.text);
}

/** A word of the grammar that is part of a name where it has a capital and stands beside another: `GitHub Users`. */
function isSoft(word: Word): boolean {
  return /^\p{Lu}/u.test(word.text) && softWords.has(word.lower);
}

function continuesName(word: Word | undefined): boolean {
  return word !== undefined && !word.quoted && isCapital(word) && (mayName(word) || isSoft(word));
}
