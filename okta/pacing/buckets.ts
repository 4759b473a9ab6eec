import { createBucketWindow, type BucketWindow } from "./bucket-window.ts";
import type { RateLimit } from "./rate-limit-headers.ts";
import type { RunShares } from "./run-shares.ts";
import { seededLimit } from "./seeded-limits.ts";
import { createWaitingLine, type Waiting, type WaitingLine } from "./waiting-line.ts";

/** Waits shorter than this are not worth a word to the operator. */
const longWaitMs = 1500;

/** One rate-limit bucket of an org: what is known of it, and who waits for it. */
export interface Bucket {
  readonly name: string;
  readonly window: BucketWindow;
  readonly line: WaitingLine;
}

/** Whose turn it is, or else when there will be a turn. */
type Turn =
  | { readonly kind: "now"; readonly bucket: Bucket; readonly run: string }
  | { readonly kind: "later"; readonly at: number }
  | { readonly kind: "nobody" };

/** The buckets of one org. */
export interface Buckets {
  /** The bucket in which an operation is counted. */
  of(operationId: string, bucket: string): Bucket;
  /** Takes in what Okta said when a read of that operation came back to its bucket. */
  answered(operationId: string, bucket: Bucket, now: number, seen: RateLimit | undefined): void;
  next(now: number): Turn;
}

function announce(bucket: Bucket, untilMs: number): void {
  const reason = `${bucket.window.limit} requests a minute, less what is left to others, are used up`;
  const waiting: Waiting = { bucket: bucket.name, untilMs, reason };
  for (const tell of new Set(bucket.line.all().map((read) => read.onWaiting))) tell?.(waiting);
}

/** No buckets yet; each is made when it is first asked for. */
export function createBuckets(reserve: number, shares: RunShares): Buckets {
  const buckets = new Map<string, Bucket>();
  const ownBuckets = new Map<string, Bucket>();
  const announcedUntil = new Map<Bucket, number>();

  function create(name: string, seed: number): Bucket {
    const bucket = { name, window: createBucketWindow(seed, reserve), line: createWaitingLine() };
    buckets.set(name, bucket);
    return bucket;
  }

  function announceOnce(bucket: Bucket, opensAt: number, now: number): void {
    if (opensAt - now < longWaitMs || (announcedUntil.get(bucket) ?? 0) >= opensAt - longWaitMs) return;
    announcedUntil.set(bucket, opensAt);
    announce(bucket, opensAt - now);
  }

  return {
    of: (operationId, name) => ownBuckets.get(operationId) ?? buckets.get(name) ?? create(name, seededLimit(name)),
    answered(operationId, bucket, now, seen) {
      const { learned, limit } = bucket.window;
      // An operation that shows another limit than its bucket is counted elsewhere in this org.
      if (seen !== undefined && seen.limit > 0 && learned && seen.limit !== limit && !ownBuckets.has(operationId)) {
        ownBuckets.set(operationId, create(`${bucket.name} (${operationId})`, seen.limit));
      }
      const own = ownBuckets.get(operationId);
      bucket.window.answered(now, own === undefined || own === bucket ? seen : undefined);
    },
    next(now) {
      let chosen: { readonly bucket: Bucket; readonly run: string } | undefined;
      let earliest = Number.POSITIVE_INFINITY;
      for (const bucket of buckets.values()) {
        if (bucket.line.length === 0) continue;
        const opensAt = bucket.window.opensAt(now, bucket.line.length);
        if (opensAt > now) {
          earliest = Math.min(earliest, opensAt);
          announceOnce(bucket, opensAt, now);
          continue;
        }
        const run = shares.first(bucket.line.runs());
        if (run !== undefined && (chosen === undefined || shares.isBefore(run, chosen.run))) chosen = { bucket, run };
      }
      if (chosen !== undefined) return { kind: "now", ...chosen };
      return earliest === Number.POSITIVE_INFINITY ? { kind: "nobody" } : { kind: "later", at: earliest };
    },
  };
}
