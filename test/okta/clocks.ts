import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../../okta/pacing/clock.ts";

/** A clock on which every wait is over at once, and counts as passed. */
export function createSkippingClock(): Clock & { readonly waited: readonly number[] } {
  const waited: number[] = [];
  let skipped = 0;
  return {
    waited,
    now: () => Date.now() + skipped,
    async wait(milliseconds, signal) {
      signal.throwIfAborted();
      waited.push(Math.round(milliseconds));
      skipped += milliseconds;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** A clock that goes so many times as fast as the machine's: a window of Okta's then passes in seconds, over real HTTP. */
export function createFastClock(times: number): Clock {
  const began = Date.now();
  const started = performance.now();
  return {
    now: () => began + (performance.now() - started) * times,
    wait: (milliseconds, signal) => wait(milliseconds / times, undefined, { signal }),
  };
}

/** A clock that stands still until it is told how far to go. */
export interface ManualClock extends Clock {
  /** Goes on to that time, and lets each wait end at its own. */
  readonly goTo: (time: number) => Promise<void>;
  /** Is at that time at once, as after a sleep: waits that were over by then end all at the same moment. */
  readonly jumpTo: (time: number) => Promise<void>;
  /** Waits that are not over. */
  readonly waiting: () => number;
}

/** A manual clock that stands at 1970. */
export function createManualClock(): ManualClock {
  let time = 0;
  const waits = new Set<{ readonly until: number; readonly ring: () => void }>();
  async function settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    now: () => time,
    waiting: () => waits.size,
    async jumpTo(end) {
      time = end;
      for (const entry of [...waits].filter((one) => one.until <= end)) {
        waits.delete(entry);
        entry.ring();
      }
      await settle();
    },
    wait: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const entry = { until: time + milliseconds, ring: resolve };
        waits.add(entry);
        signal.addEventListener("abort", () => {
          waits.delete(entry);
          reject(signal.reason);
        });
      }),
    async goTo(end) {
      await settle();
      for (;;) {
        const next = [...waits].filter((entry) => entry.until <= end).toSorted((a, b) => a.until - b.until)[0];
        if (next === undefined) break;
        waits.delete(next);
        time = Math.max(time, next.until);
        next.ring();
        await settle();
      }
      time = end;
    },
  };
}
