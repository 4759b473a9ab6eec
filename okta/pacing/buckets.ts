import { createAnnouncer } from "./announcer.ts";
import type { Bucket } from "./bucket.ts";
import { createBucketWindow } from "./bucket-window.ts";
import type { RateLimit } from "./rate-limit-headers.ts";
import type { RunShares } from "./run-shares.ts";
import { seededLimit } from "./seeded-limits.ts";
import { createWaitingLine, type WaitingRead } from "./waiting-line.ts";

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
  /** True where a read of that run waits for any of them. */
  hasInLine(run: string): boolean;
  /** Tells a read that has come into line of the wait before it, where that is long and its run was not told. */
  announceTo(onWaiting: WaitingRead["onWaiting"], bucket: Bucket, now: number): void;
}

/** No buckets yet; each is made when it is first asked for. */
export function createBuckets(reserve: number, shares: RunShares): Buckets {
  const buckets = new Map<string, Bucket>();
  const ownBuckets = new Map<string, Bucket>();
  const announcer = createAnnouncer();

  function create(name: string, seed: number): Bucket {
    const bucket = { name, window: createBucketWindow(seed, reserve), line: createWaitingLine() };
    buckets.set(name, bucket);
    return bucket;
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
          announcer.toAll(bucket, opensAt, now);
          continue;
        }
        const run = shares.first(bucket.line.runs());
        if (run !== undefined && (chosen === undefined || shares.isBefore(run, chosen.run))) chosen = { bucket, run };
      }
      if (chosen !== undefined) return { kind: "now", ...chosen };
      return earliest === Number.POSITIVE_INFINITY ? { kind: "nobody" } : { kind: "later", at: earliest };
    },
    hasInLine: (run) => [...buckets.values()].some((bucket) => bucket.line.has(run)),
    announceTo(onWaiting, bucket, now) {
      announcer.toOne(bucket, onWaiting, bucket.window.opensAt(now, bucket.line.length), now);
    },
  };
}
