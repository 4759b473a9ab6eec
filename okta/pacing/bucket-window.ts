import type { RateLimit } from "./rate-limit-headers.ts";

/** How long a window is taken to last where no header has said: Okta's length plus a second. */
const assumedWindowMs = 61_000;

/** Part of a window over which requests are spread when not all fit: what is left absorbs late answers. */
const spreadOver = 0.8;

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

/**
 * The window of one bucket. `reserve` (0 to 1) is the share of the limit that is left to others.
 * A request that is out counts as spent whether or not Okta has counted it yet, so that answers out of order never let too many go.
 */
export function createBucketWindow(seed: number, reserve: number): BucketWindow {
  let limit = seed;
  let learned = false;
  let remaining: number | undefined;
  let endsAt: number | undefined;
  let reset = 0;
  let out = 0;
  let blind = 0;
  let lastSent = Number.NEGATIVE_INFINITY;
  let closedUntil = Number.NEGATIVE_INFINITY;

  function turnOver(now: number): void {
    if (endsAt === undefined || now < endsAt) return;
    remaining = undefined;
    endsAt = undefined;
    blind = 0;
  }

  function available(): number {
    const kept = Math.floor(limit * reserve);
    return remaining === undefined ? limit - kept - blind : remaining - kept - out;
  }

  function learn(now: number, seen: RateLimit): void {
    limit = seen.limit;
    learned = true;
    if (seen.resetSeconds > reset) {
      reset = seen.resetSeconds;
      remaining = seen.remaining;
      endsAt = now + seen.endsInMs;
    } else if (seen.resetSeconds === reset && remaining !== undefined) {
      remaining = Math.min(remaining, seen.remaining);
    } else if (seen.remaining === 0 && seen.endsInMs > 1000) {
      remaining = 0;
      endsAt = now + seen.endsInMs;
    }
  }

  return {
    opensAt(now, waiting) {
      turnOver(now);
      if (now < closedUntil) return closedUntil;
      const free = available();
      if (free <= 0) return endsAt ?? now;
      if (waiting <= free || remaining === undefined || endsAt === undefined) return now;
      return Math.max(now, lastSent + ((endsAt - now) * spreadOver) / free);
    },
    sent(now) {
      out += 1;
      lastSent = now;
      if (remaining !== undefined) return;
      blind += 1;
      endsAt ??= now + assumedWindowMs;
    },
    answered(now, seen) {
      turnOver(now);
      out -= 1;
      if (seen !== undefined && seen.limit > 0) learn(now, seen);
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
