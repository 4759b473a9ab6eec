import type { Bucket } from "./bucket.ts";
import type { Waiting, WaitingRead } from "./waiting-line.ts";

/** Waits shorter than this are not worth a word to the operator. */
const longWaitMs = 1500;

/** Tells runs that they wait for a bucket: each once for each long wait, also one that comes late. */
export interface Announcer {
  /** Tells all that wait. Costs next to nothing where the wait was told before. */
  toAll(bucket: Bucket, opensAt: number, now: number): void;
  toOne(bucket: Bucket, onWaiting: WaitingRead["onWaiting"], opensAt: number, now: number): void;
}

/** Nothing told yet. */
export function createAnnouncer(): Announcer {
  const announcedUntil = new Map<Bucket, number>();
  const toldUntil = new WeakMap<(waiting: Waiting) => void, number>();

  function tell(bucket: Bucket, onWaiting: WaitingRead["onWaiting"], opensAt: number, now: number): void {
    if (onWaiting === undefined || (toldUntil.get(onWaiting) ?? 0) >= opensAt - longWaitMs) return;
    toldUntil.set(onWaiting, opensAt);
    const reason = `${bucket.window.limit} requests a minute, less what is left to others, are used up`;
    onWaiting({ bucket: bucket.name, untilMs: opensAt - now, reason });
  }

  return {
    toAll(bucket, opensAt, now) {
      if (opensAt - now < longWaitMs || (announcedUntil.get(bucket) ?? 0) >= opensAt - longWaitMs) return;
      announcedUntil.set(bucket, opensAt);
      for (const { onWaiting } of bucket.line.all()) tell(bucket, onWaiting, opensAt, now);
    },
    toOne(bucket, onWaiting, opensAt, now) {
      if (opensAt - now >= longWaitMs) tell(bucket, onWaiting, opensAt, now);
    },
  };
}
