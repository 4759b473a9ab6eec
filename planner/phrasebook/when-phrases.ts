import { endOf } from "./read-time.ts";
import type { Moment } from "./reading.ts";
import type { SlotValue } from "./slots.ts";

/** From when, until when; a side that is missing is open. */
export interface Span {
  readonly since?: Moment;
  readonly before?: Moment;
}

/** How a span of time is said, and which one it is. */
export interface WhenPhrase {
  readonly pattern: string;
  readonly make: (slots: readonly SlotValue[]) => Span;
}

/** The moment that a slot for a duration or a day took. */
export function momentOf(slot: SlotValue | undefined): Moment {
  if (slot?.kind === "text") return { date: slot.text };
  return { hours: slot?.kind === "number" ? slot.number : 0 };
}

function dayOf(slot: SlotValue | undefined): string {
  return slot?.kind === "text" ? slot.text : "";
}

// "last week" may be the calendar's; "the last week" and "last 2 weeks" are spans before the run.
const lasting = "in|within|during|over|for|from";
const since = (slots: readonly SlotValue[]): Span => ({ since: momentOf(slots[0]) });
const before = (slots: readonly SlotValue[]): Span => ({ before: momentOf(slots[0]) });
const between = ([from, to]: readonly SlotValue[]): Span => ({
  since: { date: dayOf(from) },
  before: { date: endOf(dayOf(to), "day") },
});
const within =
  (unit: "year" | "month" | "day") =>
  ([slot]: readonly SlotValue[]): Span => ({
    since: { date: dayOf(slot) },
    before: { date: endOf(dayOf(slot), unit) },
  });

/** Spans that begin somewhere and reach to the run. */
export const sincePhrases: readonly WhenPhrase[] = [
  { pattern: `${lasting} the last|past {duration}`, make: since },
  { pattern: `${lasting} last|past|previous? {counted}`, make: since },
  { pattern: "the last|past {duration}", make: since },
  { pattern: "last|past|previous {counted}", make: since },
  { pattern: "less|fewer than {duration} ago", make: since },
  { pattern: "not more than {duration} ago", make: since },
  { pattern: "since|after {date}", make: since },
  { pattern: "on or after {date}", make: since },
  { pattern: "since {year}", make: since },
  { pattern: "since {monthname}", make: since },
  { pattern: "since the? start|beginning of? {period}", make: since },
  { pattern: "{period}", make: since },
];

/** Spans that end somewhere before the run. */
export const beforePhrases: readonly WhenPhrase[] = [
  { pattern: "before {date}", make: before },
  { pattern: "before {year}", make: before },
  { pattern: "prior to {date}", make: before },
  { pattern: "more|longer than {duration} ago", make: before },
  { pattern: "over {duration} ago", make: before },
  { pattern: "at least {duration} ago", make: before },
];

/** Spans with two ends. */
export const rangePhrases: readonly WhenPhrase[] = [
  { pattern: "between {date} and {date}", make: between },
  { pattern: "from {date} to|until|through {date}", make: between },
  { pattern: "in|during {year}", make: within("year") },
  { pattern: "in|during {month}", make: within("month") },
  { pattern: "on {date}", make: within("day") },
];
