import type { RateLimit } from "./rate-limit-headers.ts";

/** How long a window is taken to last where no header has said: Okta's length plus a second. */
const assumedWindowMs = 61_000;

/** Where not all requests fit, they are spread up to so long before the window's end: late answers must still fall into it. */
const spareMs = 12_000;

/** What is known of one rate-limit bucket, and when the next request may go. Times are milliseconds of the pacing clock. */
export interface BucketWindow {
  /** When the next request may be sent, with so many waiting; `now` or earlier means at once. */
  opensAt(now: number, waiting: number): number;
  /** A request goes out. */
  sent(now: number): void;
  /** A request came back, with what Okta said of the bucket if it did. */
  answered(now: number, seen: RateLimit | undefined): void;
  /** Nothing goes out before that time. */
  closeUntil(time: number): void;
  /** Requests a window, as last told or as seeded. */
  readonly limit: number;
  /** True once Okta has told the limit. */
  readonly learned: boolean;
}

/** What Okta has said of the window under way; all undefined between windows. */
interface Told {
  readonly remaining: number | undefined;
  readonly endsAt: number | undefined;
  /** Okta's name for the window: the second in which it ends. */
  readonly reset: number;
}

/** The window after an answer: answers come out of order, so an earlier window's is passed over and the least remaining counts. */
function learn(told: Told, now: number, seen: RateLimit): Told {
  const { remaining, resetSeconds: reset } = seen;
  const endsAt = now + seen.endsInMs;
  if (reset > told.reset) return { remaining, endsAt, reset };
  if (reset === told.reset && told.remaining !== undefined) {
    return { ...told, remaining: Math.min(told.remaining, remaining) };
  }
  // Here the window was over, but Okta still refuses by it.
  return remaining === 0 && seen.endsInMs > 1000 ? { ...told, remaining, endsAt } : told;
}

/**
 * The window of one bucket. `reserve` (0 to 1) is the share of the limit that is left to others.
 * A request that is out counts as spent whether or not Okta has counted it yet, so that answers out of order never let too many go.
 */
export function createBucketWindow(seed: number, reserve: number): BucketWindow {
  let limit = seed;
  let learned = false;
  let told: Told = { remaining: undefined, endsAt: undefined, reset: 0 };
  let out = 0;
  let blind = 0;
  let lastSent = Number.NEGATIVE_INFINITY;
  let closedUntil = Number.NEGATIVE_INFINITY;

  function turnOver(now: number): void {
    if (told.endsAt === undefined || now < told.endsAt) return;
    told = { ...told, remaining: undefined, endsAt: undefined };
    blind = 0;
  }

  return {
    opensAt(now, waiting) {
      turnOver(now);
      if (now < closedUntil) return closedUntil;
      const { remaining, endsAt } = told;
      const kept = Math.floor(limit * reserve);
      const free = remaining === undefined ? limit - kept - blind : remaining - kept - out;
      if (free <= 0) return endsAt ?? now;
      if (waiting <= free || remaining === undefined || endsAt === undefined) return now;
      return Math.max(now, lastSent + (endsAt - spareMs - now) / free);
    },
    sent(now) {
      turnOver(now);
      out += 1;
      lastSent = now;
      if (told.remaining !== undefined) return;
      blind += 1;
      if (told.endsAt === undefined) told = { ...told, endsAt: now + assumedWindowMs };
    },
    answered(now, seen) {
      turnOver(now);
      out -= 1;
      if (seen === undefined || seen.limit === 0) return;
      limit = seen.limit;
      learned = true;
      told = learn(told, now, seen);
    },
    closeUntil(time) {
      closedUntil = Math.max(closedUntil, time);
    },
    get limit() {
      return limit;
    },
    get learned() {
      return learned;
    },
  };
}
