import { Cron } from "croner";
import { Failure } from "../../terms/failure.ts";

/** The newest time at which something was due in a span, and how many came before it there. */
export interface DueSpan {
  /** ISO 8601. */
  readonly newest: string;
  /** At most `mostCounted`. */
  readonly earlier: number;
}

/** When a schedule is due. */
export interface DueTimes {
  /** The first time after that one, ISO 8601; undefined where there is none. */
  next(after: number): string | undefined;
  /** What was due after the one time, ISO 8601, and up to the other; undefined where nothing was. */
  within(after: string, upTo: number): DueSpan | undefined;
}

/** Times that are counted one by one: a schedule of every minute that slept for a year would take a while. */
export const mostCounted = 1000;

/**
 * "No wildcard" is how cron itself sees it: a time of day that the clock jumps over is due right after the jump, and one that it
 * shows twice is due once; what is due every so many minutes is due in each of the two hours, and in none that is not there.
 */
const reading = { mode: "5-part", paused: true, fixedTimeRule: "no-wildcard" } as const;

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function unusable(setting: string, found: string, expected: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting, expected },
    { found, why: "A schedule that is guessed at would run at the wrong time, or never.", help: `Write ${expected}.` },
  );
}

const fiveParts =
  'minute, hour, day, month and weekday, such as "0 7 * * 1" for Mondays at seven, or @hourly, @daily, @weekly, @monthly';

function readCron(cron: string, zone: string): Cron {
  if (!isTimeZone(zone)) {
    throw unusable("--zone", `${JSON.stringify(zone)} is no time zone.`, "a name such as Europe/Vienna or UTC");
  }
  try {
    return new Cron(cron.trim(), { ...reading, timezone: zone });
  } catch {
    throw unusable("the schedule", `${JSON.stringify(cron)} says no time.`, fiveParts);
  }
}

/** The times of a cron pattern of five parts in a time zone. Throws `config/invalid` for another pattern, an unknown zone, and 30 February. */
export function dueTimes(cron: string, zone: string): DueTimes {
  const times = readCron(cron, zone);
  const next = (after: number): string | undefined => times.nextRun(new Date(after))?.toISOString();
  if (next(Date.parse("2026-01-01T00:00:00Z")) === undefined) {
    throw unusable("the schedule", `${JSON.stringify(cron)} is never due.`, fiveParts);
  }
  return {
    next,
    within: (after, upTo) => {
      // A run at that very time counts as well, and croner looks before it.
      const newest = times.previousRuns(1, new Date(upTo + 1))[0];
      if (newest === undefined || newest.getTime() <= Date.parse(after)) return undefined;
      let earlier = 0;
      let at = times.nextRun(new Date(after));
      while (at !== null && at.getTime() < newest.getTime() && earlier < mostCounted) {
        earlier += 1;
        at = times.nextRun(at);
      }
      return { newest: newest.toISOString(), earlier };
    },
  };
}
