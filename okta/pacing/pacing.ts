import { createBucketWindow, type BucketWindow } from "./bucket-window.ts";
import type { Clock } from "./clock.ts";
import { createParallelism } from "./parallelism.ts";
import type { RateLimit } from "./rate-limit-headers.ts";
import { createRunShares } from "./run-shares.ts";
import { seededLimit } from "./seeded-limits.ts";
import { createWaitingLine, type Waiting, type WaitingLine, type WaitingRead } from "./waiting-line.ts";

/** A read that wants to go out. */
export interface Ticket {
  readonly operationId: string;
  /** The registry's bucket of the operation. */
  readonly bucket: string;
  readonly run: string;
  /** True for a further try: it goes before the other reads of its run. */
  readonly again: boolean;
  readonly onWaiting: ((waiting: Waiting) => void) | undefined;
}

/** How a read that was out came back. */
export interface Return {
  readonly seen: RateLimit | undefined;
  /** `window`: 429 for the bucket; `concurrency`: 429 for too many at once. */
  readonly refused: "window" | "concurrency" | undefined;
  /** Nothing of this bucket goes out for so long. */
  readonly pauseMs: number | undefined;
}

/** One scheduler for all runs on one org. */
export interface Pacing {
  /** Resolves when the read may go out, with the function to call when it has come back. Rejects with the signal's reason. */
  enter(ticket: Ticket, signal: AbortSignal): Promise<(back: Return) => void>;
}

/** What pacing goes by. */
export interface PacingOptions {
  readonly clock: Clock;
  /** Reads out at once, at the most. */
  readonly concurrency: number;
  /** Share of each limit that is left to others, 0 to 0.9. */
  readonly reserve: number;
}

/** Waits shorter than this are not worth a word to the operator. */
const longWaitMs = 1500;

interface Bucket {
  readonly name: string;
  readonly window: BucketWindow;
  readonly line: WaitingLine;
  announcedUntil: number;
}

/**
 * Lets reads out: at full concurrency while what waits for a bucket fits into its window, spread over the window where it does
 * not, never into the reserve, and to each run in turn. Costs a few microseconds a read.
 */
export function createPacing({ clock, concurrency, reserve }: PacingOptions): Pacing {
  const buckets = new Map<string, Bucket>();
  const ownBucket = new Map<string, string>();
  const shares = createRunShares();
  const parallelism = createParallelism(concurrency);
  let out = 0;
  let alarm: { readonly at: number; readonly stop: AbortController } | undefined;

  function bucketOf(name: string): Bucket {
    const known = buckets.get(name);
    if (known !== undefined) return known;
    const bucket: Bucket = {
      name,
      window: createBucketWindow(seededLimit(name), reserve),
      line: createWaitingLine(),
      announcedUntil: 0,
    };
    buckets.set(name, bucket);
    return bucket;
  }

  function setAlarm(at: number, now: number): void {
    if (alarm !== undefined && alarm.at <= at) return;
    alarm?.stop.abort();
    const stop = new AbortController();
    const mine = { at, stop };
    alarm = mine;
    clock.wait(Math.max(at - now, 1), stop.signal).then(
      () => {
        if (alarm === mine) alarm = undefined;
        letOut();
      },
      // Stopped, since an earlier alarm took its place or nobody waits any more.
      () => undefined,
    );
  }

  function announce(bucket: Bucket, opensAt: number, now: number): void {
    if (opensAt - now < longWaitMs || bucket.announcedUntil >= opensAt - longWaitMs) return;
    bucket.announcedUntil = opensAt;
    const waiting: Waiting = {
      bucket: bucket.name,
      untilMs: opensAt - now,
      reason: `${bucket.window.limit} requests a minute, less what is left to others, are used up`,
    };
    for (const tell of new Set(bucket.line.all().map((read) => read.onWaiting))) tell?.(waiting);
  }

  /** The bucket and run whose turn it is, or undefined after setting the alarm for the moment when there will be one. */
  function chooseNext(now: number): { readonly bucket: Bucket; readonly run: string } | undefined {
    let best: { readonly bucket: Bucket; readonly run: string } | undefined;
    let earliest = Number.POSITIVE_INFINITY;
    for (const bucket of buckets.values()) {
      if (bucket.line.length === 0) continue;
      const opensAt = bucket.window.opensAt(now, bucket.line.length);
      if (opensAt > now) {
        earliest = Math.min(earliest, opensAt);
        announce(bucket, opensAt, now);
        continue;
      }
      const run = shares.first(bucket.line.runs());
      if (run !== undefined && (best === undefined || shares.isBefore(run, best.run))) best = { bucket, run };
    }
    if (best === undefined && earliest !== Number.POSITIVE_INFINITY) setAlarm(earliest, now);
    return best;
  }

  function letOut(): void {
    while (out < parallelism.allowed) {
      const now = clock.now();
      const next = chooseNext(now);
      if (next === undefined) break;
      const read = next.bucket.line.take(next.run);
      if (read === undefined) break;
      out += 1;
      next.bucket.window.sent(now);
      shares.sent(next.run);
      read.go();
    }
    if (alarm !== undefined && [...buckets.values()].every((bucket) => bucket.line.length === 0)) {
      alarm.stop.abort();
      alarm = undefined;
    }
  }

  /** Operations that were taken for one bucket but show another limit have a bucket of their own in this org. */
  function split(ticket: Ticket, bucket: Bucket, seen: RateLimit): void {
    if (!bucket.window.learned || seen.limit === 0 || seen.limit === bucket.window.limit) return;
    if (bucket.name !== ticket.bucket) return;
    ownBucket.set(ticket.operationId, `${ticket.bucket} (${ticket.operationId})`);
  }

  function comeBack(ticket: Ticket, bucket: Bucket, sentAt: number, back: Return): void {
    const now = clock.now();
    out -= 1;
    shares.returned(ticket.run);
    const { seen } = back;
    if (seen !== undefined) split(ticket, bucket, seen);
    bucket.window.answered(now, ownBucket.has(ticket.operationId) && bucket.name === ticket.bucket ? undefined : seen);
    if (back.pauseMs !== undefined) bucket.window.closeUntil(now + back.pauseMs);
    if (back.refused === "concurrency") parallelism.tighten(sentAt, now);
    else parallelism.ease();
    letOut();
  }

  return {
    enter(ticket, signal) {
      const bucket = bucketOf(ownBucket.get(ticket.operationId) ?? ticket.bucket);
      return new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason);
          return;
        }
        const abandon = (): void => {
          bucket.line.remove(read);
          reject(signal.reason);
          letOut();
        };
        const read: WaitingRead = {
          run: ticket.run,
          onWaiting: ticket.onWaiting,
          go: () => {
            signal.removeEventListener("abort", abandon);
            const sentAt = clock.now();
            resolve((back) => {
              comeBack(ticket, bucket, sentAt, back);
            });
          },
        };
        signal.addEventListener("abort", abandon, { once: true });
        bucket.line.add(read, ticket.again);
        letOut();
      });
    },
  };
}
