import type { Word } from "./words.ts";

const hoursOf: Readonly<Record<string, number>> = {
  h: 1,
  hour: 1,
  hours: 1,
  hrs: 1,
  d: 24,
  day: 24,
  days: 24,
  w: 168,
  week: 168,
  weeks: 168,
};

const numberWords: readonly string[] = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
  "twenty",
];

const months: readonly string[] =
  "january february march april may june july august september october november december".split(" ");

/** A whole number, in figures or as a word up to ten. */
export function readNumber(
  words: readonly Word[],
  at: number,
): { readonly end: number; readonly number: number } | undefined {
  const word = words[at]?.lower ?? "";
  const figure = /^\d+[+]?$/.test(word) ? Number.parseInt(word, 10) : numberWords.indexOf(word);
  return figure < 0 ? undefined : { end: at + 1, number: figure };
}

/** A span in hours: `30 days`, `24 hours`, `week`. Months and years differ in length and are not taken. */
export function readDuration(
  words: readonly Word[],
  at: number,
): { readonly end: number; readonly number: number } | undefined {
  const together = /^(\d+)\+?-?(day|hour|week|h|d|w)s?$/.exec(lowerAt(words, at));
  if (together !== null) return { end: at + 1, number: Number(together[1]) * (hoursIn(together[2]) ?? 0) };
  const count = readNumber(words, at);
  if (count !== undefined) {
    const orMore = lowerAt(words, count.end) === "or" && lowerAt(words, count.end + 1) === "more";
    return withUnit(words, orMore ? count.end + 2 : count.end, count.number);
  }
  if (["a", "an"].includes(lowerAt(words, at))) return withUnit(words, at + 1, 1);
  return lowerAt(words, at).endsWith("s") ? undefined : withUnit(words, at, 1);
}

function withUnit(
  words: readonly Word[],
  at: number,
  count: number,
): { readonly end: number; readonly number: number } | undefined {
  const hours = hoursIn(lowerAt(words, at));
  return hours === undefined ? undefined : { end: at + 1, number: count * hours };
}

function hoursIn(unit: string | undefined): number | undefined {
  return unit !== undefined && Object.hasOwn(hoursOf, unit) ? hoursOf[unit] : undefined;
}

/** A calendar year as its first moment in UTC: `2024`. */
export function readYear(
  words: readonly Word[],
  at: number,
  clock: string,
): { readonly end: number; readonly date: string } | undefined {
  const year = /^(19|20)\d{2}$/.exec(lowerAt(words, at))?.[0];
  return year === undefined || year > clock.slice(0, 4) ? undefined : valid(`${year}-01-01`, at + 1);
}

/** A calendar period that the run lies in, as its first moment in UTC: `this year`, `this month`. */
export function readPeriod(
  words: readonly Word[],
  at: number,
  clock: string,
): { readonly end: number; readonly date: string } | undefined {
  if (!["this", "current"].includes(lowerAt(words, at))) return undefined;
  const unit = lowerAt(words, at + 1);
  if (unit === "year") return valid(`${clock.slice(0, 4)}-01-01`, at + 2);
  return unit === "month" ? valid(`${clock.slice(0, 7)}-01`, at + 2) : undefined;
}

/** A calendar month as its first moment in UTC: `March 2026`. A month without a year is not taken. */
export function readMonth(
  words: readonly Word[],
  at: number,
  clock: string,
): { readonly end: number; readonly date: string } | undefined {
  const month = monthOf(lowerAt(words, at));
  const year = lowerAt(words, at + 1);
  const start = `${year}-${pad(month ?? 0)}-01`;
  return month === undefined || !/^(19|20)\d{2}$/.test(year) || start > clock ? undefined : valid(start, at + 2);
}

/** A calendar month without a year, as its last first moment in UTC: `October`. */
export function readMonthName(
  words: readonly Word[],
  at: number,
  clock: string,
): { readonly end: number; readonly date: string } | undefined {
  const month = monthOf(lowerAt(words, at));
  if (month === undefined) return undefined;
  const year = Number(clock.slice(0, 4));
  return valid(`${`${year}-${pad(month)}` <= clock.slice(0, 7) ? year : year - 1}-${pad(month)}-01`, at + 1);
}

/** The first moment after a calendar year or month that begins at `start`. */
export function endOf(start: string, unit: "year" | "month" | "day"): string {
  const date = new Date(start);
  if (unit === "year") date.setUTCFullYear(date.getUTCFullYear() + 1);
  else if (unit === "month") date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString();
}

/** A day as its first moment in UTC: `2026-03-01`, `March 1`, `March 1, 2026`, `1 March 2026`. Without a year, the last such day. */
export function readDate(
  words: readonly Word[],
  at: number,
  clock: string,
): { readonly end: number; readonly date: string } | undefined {
  const [first, second] = [lowerAt(words, at), lowerAt(words, at + 1)];
  if (/^\d{4}-\d{2}-\d{2}$/.test(first)) return valid(first, at + 1);
  const found = dayAndMonth(first, second) ?? dayAndMonth(second, first);
  if (found === undefined) return undefined;
  const yearAt = lowerAt(words, at + 2) === "," ? at + 3 : at + 2;
  const year = /^(19|20)\d{2}$/.exec(lowerAt(words, yearAt))?.[0];
  if (year !== undefined) return valid(`${year}-${found}`, yearAt + 1);
  const thisYear = Number(clock.slice(0, 4));
  return valid(`${`${thisYear}-${found}` <= clock.slice(0, 10) ? thisYear : thisYear - 1}-${found}`, at + 2);
}

function lowerAt(words: readonly Word[], at: number): string {
  const word = words[at];
  return word === undefined || word.quoted ? "" : word.lower;
}

function dayAndMonth(monthWord: string, dayWord: string): string | undefined {
  const month = monthOf(monthWord);
  const day = dayOf(dayWord);
  return month === undefined || day === undefined ? undefined : `${pad(month)}-${pad(day)}`;
}

function monthOf(word: string): number | undefined {
  const index = months.findIndex((one) => one === word || (word.length === 3 && one.startsWith(word)));
  return index < 0 ? undefined : index + 1;
}

function dayOf(word: string): number | undefined {
  const day = /^(\d{1,2})(st|nd|rd|th)?$/.exec(word)?.[1];
  return day === undefined ? undefined : Number(day);
}

function valid(day: string, end: number): { readonly end: number; readonly date: string } | undefined {
  const date = new Date(`${day}T00:00:00.000Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return undefined;
  return { end, date: date.toISOString() };
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
