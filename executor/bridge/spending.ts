import type { Failure } from "../../terms/failure.ts";
import type { RunLimits } from "../../terms/run-limits.ts";
import type { RunOptions } from "../program.ts";
import { limitReached } from "./run-failures.ts";

/** What a run has used of its limits. */
export interface Spending {
  /** True while the operator is asked for more. */
  isPaused(): boolean;
  /** Whether there is room for so many calls more, without asking anybody. */
  hasCalls(amount: number): boolean;
  /** Takes from a limit. False: not now; `goOn` is called when the operator has given more. */
  take(limit: "calls" | "bytes", amount: number, goOn: () => void): boolean;
  /** Starts the clock. */
  start(): void;
  close(): void;
}

// What setTimeout can hold.
const LONGEST_TIMER_MS = 2_147_483_647;

/**
 * Counts what a run uses. `onStop` is called when a bound is reached and the operator gave no more, `onError` when asking the
 * operator failed.
 */
export function createSpending(
  { limits, onLimit }: Pick<RunOptions, "limits" | "onLimit">,
  onStop: (failure: Failure) => void,
  onError: (error: unknown) => void,
): Spending {
  const bounds: Record<"calls" | "bytes" | "wallMs", number> = {
    calls: limits.calls,
    bytes: limits.bytes,
    wallMs: limits.wallMs,
  };
  const spent = { calls: 0, bytes: 0 };
  let paused = false;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let startedAt = 0;

  const askForMore = async (limit: keyof typeof bounds & keyof RunLimits, goOn: () => void): Promise<void> => {
    const bound = bounds[limit];
    let more: number | undefined;
    try {
      more = await onLimit?.({ limit, bound });
    } catch (error) {
      if (!closed) onError(error);
      return;
    }
    // An answer that comes when the run is over starts nothing more.
    if (closed) return;
    if (more === undefined || more <= bound) {
      onStop(limitReached(limit, bound));
      return;
    }
    bounds[limit] = more;
    // More time is no answer to the question for more calls.
    if (limit !== "wallMs") paused = false;
    goOn();
  };
  const startTimer = (): void => {
    const left = startedAt + bounds.wallMs - performance.now();
    timer = setTimeout(() => void askForMore("wallMs", startTimer), Math.min(Math.max(left, 0), LONGEST_TIMER_MS));
  };
  return {
    isPaused: () => paused,
    hasCalls: (amount) => !paused && spent.calls + amount <= bounds.calls,
    take(limit, amount, goOn) {
      if (paused) return false;
      if (spent[limit] + amount > bounds[limit]) {
        paused = true;
        void askForMore(limit, goOn);
        return false;
      }
      spent[limit] += amount;
      return true;
    },
    start() {
      startedAt = performance.now();
      startTimer();
    },
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
