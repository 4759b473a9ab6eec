import type { JournalTally } from "../audit/tallies/journal-tally.ts";
import type { House } from "./house.ts";
import { dayMs } from "../terms/day-ms.ts";

/** Seconds that an answer takes on average: one that is faster was not thought about, as a rule one that was declined. */
const answerSeconds = { least: 2, most: 10 };
const leastSuccess = 99;
const mostFollowUps = 5;

/** How long answers took, in seconds; null where there was none. */
export interface AnswerSeconds {
  readonly mean: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
}

/** One thing that is to be reached, beside what is. */
export interface Target {
  readonly name: string;
  readonly target: string;
  /** Null where nothing is known of it. */
  readonly value: number | null;
  readonly met: boolean | null;
}

/** What the journal says of a time, and of what is to be reached. */
export interface Metrics extends Omit<JournalTally, "seconds"> {
  /** ISO 8601; null for all of the journal. */
  readonly since: string | null;
  readonly seconds: AnswerSeconds;
  /** Percent of the reads; null where there was none. */
  readonly apiSuccess: number | null;
  /** Percent of the questions; null where there was none. */
  readonly followUpShare: number | null;
  readonly disk: { readonly bytes: number; readonly bound: number };
  readonly targets: readonly Target[];
}

/** From when on is counted: the last so many days, or a time; all of the journal where neither is given. */
export interface MetricsTime {
  readonly days?: number | undefined;
  readonly since?: Date | undefined;
}

/** The value that so many percent of the sorted values do not go beyond; null for none. */
function percentile(sorted: readonly number[], percent: number): number | null {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? null;
}

function secondsOf(seconds: readonly number[]): AnswerSeconds {
  const sorted = seconds.toSorted((a, b) => a - b);
  const sum = sorted.reduce((all, one) => all + one, 0);
  return {
    mean: sorted.length === 0 ? null : sum / sorted.length,
    p50: percentile(sorted, 50),
    p95: percentile(sorted, 95),
  };
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole);

function targetOf(name: string, target: string, value: number | null, isMet: (value: number) => boolean): Target {
  return { name, target, value, met: value === null ? null : isMet(value) };
}

function targetsOf({
  seconds,
  apiSuccess,
  followUpShare,
}: Pick<Metrics, "seconds" | "apiSuccess" | "followUpShare">): readonly Target[] {
  const { least, most } = answerSeconds;
  return [
    targetOf("mean seconds of an answer", `${least} to ${most}`, seconds.mean, (mean) => mean >= least && mean <= most),
    targetOf("API success, percent", `at least ${leastSuccess}`, apiSuccess, (percent) => percent >= leastSuccess),
    targetOf("follow-ups, percent", `under ${mostFollowUps}`, followUpShare, (percent) => percent < mostFollowUps),
  ];
}

/** Counts what the journal has of a time. Reads nothing but the journal. */
export function metrics(house: House, { days, since }: MetricsTime): Metrics {
  const from = days === undefined ? since : new Date(Date.now() - days * dayMs);
  const { seconds: each, ...tally } = house.journal().tallies.all(from?.toISOString() ?? "");
  const seconds = secondsOf(each);
  const asked = Object.values(tally.questions).reduce((sum, count) => sum + count, 0);
  const apiSuccess = share(tally.reads - tally.failedReads, tally.reads);
  const followUpShare = share(tally.followUps, asked);
  return {
    since: from?.toISOString() ?? null,
    ...tally,
    seconds,
    apiSuccess,
    followUpShare,
    disk: { bytes: house.journal().storedBytes, bound: house.settings.journalBytes },
    targets: targetsOf({ seconds, apiSuccess, followUpShare }),
  };
}
