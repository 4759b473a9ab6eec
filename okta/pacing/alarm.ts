import type { Clock } from "./clock.ts";

/** Rings once, at the earliest moment that it was set for. */
export interface Alarm {
  /** Sets it for that moment, unless it rings earlier anyway. */
  set(at: number): void;
  /** It does not ring any more, and keeps no process alive. */
  clear(): void;
}

/** An alarm on that clock. */
export function createAlarm(clock: Clock, ring: () => void): Alarm {
  let current: { readonly at: number; readonly stop: AbortController } | undefined;
  return {
    set(at) {
      if (current !== undefined && current.at <= at) return;
      current?.stop.abort();
      const mine = { at, stop: new AbortController() };
      current = mine;
      clock.wait(Math.max(at - clock.now(), 1), mine.stop.signal).then(
        () => {
          if (current === mine) current = undefined;
          ring();
        },
        // Stopped: an earlier moment took its place, or nobody waits any more.
        () => undefined,
      );
    },
    clear() {
      current?.stop.abort();
      current = undefined;
    },
  };
}
