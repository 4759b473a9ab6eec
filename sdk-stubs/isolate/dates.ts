import { settings } from "./host.ts";

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;
const clockMs = Date.parse(settings.clock);

// Intl is gone for the snippet; the runtime keeps this one class. Its parts are a pure function of instant and zone.
const { DateTimeFormat } = Intl;
let calendar: Intl.DateTimeFormat | undefined;

// Made when it is first needed: loading the calendars takes longer than all else at the start of a run.
function formatDay(ms: number): string {
  calendar ??= new DateTimeFormat("en-CA-u-ca-gregory-nu-latn", {
    timeZone: settings.timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return calendar.format(ms);
}

function instant(date: string): number {
  const ms = Date.parse(date);
  if (Number.isNaN(ms))
    throw new TypeError(`"${date}" is no date. Pass one of Okta's ISO strings, as 2026-11-23T09:00:00.000Z.`);
  return ms;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** The run's start, as an ISO string. */
export function now(): string {
  return iso(clockMs);
}

/** `days` × 24 hours before the run's start, as an ISO string. */
export function daysAgo(days: number): string {
  return iso(clockMs - days * MS_PER_DAY);
}

/** `hours` before the run's start, as an ISO string. */
export function hoursAgo(hours: number): string {
  return iso(clockMs - hours * MS_PER_HOUR);
}

/** Whole days of 24 hours from `date` to the run's start; undefined for null or undefined. */
export function daysSince(date: string | null | undefined): number | undefined {
  return date === null || date === undefined ? undefined : Math.floor((clockMs - instant(date)) / MS_PER_DAY);
}

/** True when `date` lies before `limit`. Null and undefined (never) count as before. */
export function isBefore(date: string | null | undefined, limit: string): boolean {
  const bound = instant(limit);
  return date === null || date === undefined || instant(date) < bound;
}

/**
 * The moment at which the calendar day `day` begins in the operator's time zone, or the day `daysLater` days after it, as an ISO
 * string. A day is written as `dayOf` gives it: `2026-11-23`.
 */
export function startOfDay(day: string, daysLater = 0): string {
  const midnight = Date.parse(day) + daysLater * MS_PER_DAY;
  if (!isDay(day) || !Number.isInteger(daysLater) || Number.isNaN(midnight))
    throw new TypeError(
      `"${day}" and ${daysLater} are no day and days. Pass a day as 2026-11-23, or dayOf(date), and whole days.`,
    );
  const wanted = iso(midnight).slice(0, 10);
  // No zone lies farther from UTC; between these two the first moment of the day is found by halving.
  let [before, within] = [midnight - 16 * MS_PER_HOUR, midnight + 16 * MS_PER_HOUR];
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (formatDay(middle) < wanted) before = middle;
    else within = middle;
  }
  return iso(within);
}

function isDay(text: string): boolean {
  const ms = Date.parse(text);
  return text.length === 10 && !Number.isNaN(ms) && iso(ms).slice(0, 10) === text;
}

/** The calendar day of `date` in the operator's time zone, as `2026-11-23`. */
export function dayOf(date: string): string {
  return formatDay(instant(date));
}
