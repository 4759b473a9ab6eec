import { Failure } from "../../terms/failure.ts";

/** A moment as an operator wrote it. */
export interface Moment {
  readonly asked: string;
  /** ISO 8601, in UTC. For a day without a time: the last moment of that day. */
  readonly at: string;
  /** IANA name of the zone in which a day or a time without an offset was taken. */
  readonly timeZone: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const withOffset = /T.*(Z|[+-]\d{2}:?\d{2})$/i;

function badMoment(asked: string, timeZone: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "--as-of", expected: "a day or a time" },
    {
      found: `${JSON.stringify(asked)} is no day and no time.`,
      why: "An answer for another moment than the one that is meant would mislead.",
      help: `Write a day such as 2026-03-01 (to its end in ${timeZone}), a time of ${timeZone} such as 2026-03-01T09:00, or one with its offset such as 2026-03-01T09:00Z.`,
    },
  );
}

function instantOf(text: string, timeZone: string): Temporal.Instant {
  if (withOffset.test(text)) return Temporal.Instant.from(text);
  if (!day.test(text))
    return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone, { disambiguation: "later" }).toInstant();
  const next = Temporal.PlainDate.from(text).add({ days: 1 }).toZonedDateTime(timeZone);
  return next.toInstant().subtract({ milliseconds: 1 });
}

/**
 * A day (to its end in that zone), a local time of that zone, or a time with an offset. A local time that a clock shows twice is the
 * later one. Throws `config/invalid`.
 */
export function parseMoment(text: string, timeZone: string): Moment {
  const asked = text.trim();
  if (!day.test(asked) && !/^\d{4}-\d{2}-\d{2}T\d/i.test(asked)) throw badMoment(asked, timeZone);
  try {
    const at = instantOf(asked, timeZone).toString({ fractionalSecondDigits: 3 });
    return { asked, at, timeZone };
  } catch {
    throw badMoment(asked, timeZone);
  }
}

/** The day of a moment in a zone, `2026-12-31`. */
export function dayIn(at: string, timeZone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The day that it is in a zone, `2026-12-31`. */
export function todayIn(timeZone: string): string {
  return dayIn(new Date().toISOString(), timeZone);
}

/** How many midnights of a zone lie between two moments: calendar days, whatever the hours. */
export function calendarDaysBetween(earlier: string, later: string, timeZone: string): number {
  const dayOf = (at: string): Temporal.PlainDate =>
    Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
  return dayOf(earlier).until(dayOf(later)).days;
}
