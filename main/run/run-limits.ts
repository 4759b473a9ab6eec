import type { Price } from "../../terms/review.ts";
import type { RunLimits } from "../../terms/run-limits.ts";

const minuteMs = 60_000;

/** Bounds below which no price takes a run: a small answer must not fail for a bad estimate. */
const least = { calls: 5_000, wallMs: 30 * minuteMs };
/** What a run whose price is not known may take. */
const unpriced = { calls: 20_000, wallMs: 60 * minuteMs };

/** The limits that `--yes` stays within: twice the price in calls and time; processor time, memory and sizes by what an isolate holds. */
export function defaultLimits(price: Price): RunLimits {
  return {
    calls: price.calls === undefined ? unpriced.calls : Math.max(least.calls, 2 * price.calls),
    wallMs: price.minutes === undefined ? unpriced.wallMs : Math.max(least.wallMs, 2 * price.minutes * minuteMs),
    bytes: 2 * 1024 ** 3,
    cpuMs: 30_000,
    memoryMb: 256,
    resultBytes: 64 * 1024 ** 2,
    noteBytes: 64 * 1024,
  };
}
