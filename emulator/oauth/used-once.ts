/** Remembers names that may be used once each. */
export interface UsedOnce {
  /** True the first time; false for a name that was used before and is still remembered. */
  readonly take: (name: string, nowMs: number) => boolean;
}

const forgetFrom = 10_000;

/** Names are remembered for this many milliseconds. */
export function createUsedOnce(keepMs: number): UsedOnce {
  const taken = new Map<string, number>();
  return {
    take: (name, nowMs) => {
      const until = taken.get(name);
      if (until !== undefined && until > nowMs) return false;
      if (taken.size >= forgetFrom) for (const [old, end] of taken) if (end <= nowMs) taken.delete(old);
      taken.set(name, nowMs + keepMs);
      return true;
    },
  };
}
