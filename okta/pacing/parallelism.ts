/** Reads that come back well before one more is let out at once again. */
const calmReads = 50;

/** How many reads may be out at once: lowered when Okta says that there are too many, raised slowly afterwards. */
export interface Parallelism {
  readonly allowed: number;
  /** A read came back well. */
  ease(): void;
  /** Okta refused a read that went out at that time for too many at once. A burst of such refusals counts once. */
  tighten(sentAt: number, now: number): void;
}

/** Begins at `most`, which is never passed. */
export function createParallelism(most: number): Parallelism {
  let allowed = Math.max(1, Math.floor(most));
  let calm = 0;
  let tightenedAt = Number.NEGATIVE_INFINITY;
  return {
    get allowed() {
      return allowed;
    },
    ease() {
      if (allowed >= most) return;
      calm += 1;
      if (calm < calmReads) return;
      calm = 0;
      allowed += 1;
    },
    tighten(sentAt, now) {
      calm = 0;
      if (sentAt < tightenedAt) return;
      tightenedAt = now;
      allowed = Math.max(1, Math.floor(allowed * 0.7));
    },
  };
}
