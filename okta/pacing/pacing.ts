import { createAlarm } from "./alarm.ts";
import type { Bucket } from "./bucket.ts";
import { createBuckets } from "./buckets.ts";
import type { Clock } from "./clock.ts";
import { createParallelism } from "./parallelism.ts";
import type { RateLimit } from "./rate-limit-headers.ts";
import { createRunShares } from "./run-shares.ts";
import type { Waiting, WaitingLine, WaitingRead } from "./waiting-line.ts";

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

/** To be called once, when the read has come back. */
export type ComeBack = (back: Return) => void;

/** One scheduler for all runs on one org. */
export interface Pacing {
  /** Gives the function to call when the read has come back, at once where it may go at once. Rejects with the signal's reason. */
  enter(ticket: Ticket, signal: AbortSignal): ComeBack | Promise<ComeBack>;
  /** True where a read of that run waits in line. */
  hasInLine(run: string): boolean;
}

/** What pacing goes by. */
export interface PacingOptions {
  readonly clock: Clock;
  /** Reads out at once, at the most. */
  readonly concurrency: number;
  /** Share of each limit that is left to others, 0 to 0.9. */
  readonly reserve: number;
}

/** Puts a read in line; `left` is called when it gives up. */
function waitInLine(
  line: WaitingLine,
  ticket: Ticket,
  signal: AbortSignal,
  then: { readonly go: () => ComeBack; readonly left: () => void },
): Promise<ComeBack> {
  return new Promise((resolve, reject) => {
    const abandon = (): void => {
      line.remove(read);
      reject(signal.reason);
      then.left();
    };
    const read: WaitingRead = {
      run: ticket.run,
      onWaiting: ticket.onWaiting,
      go: () => {
        signal.removeEventListener("abort", abandon);
        resolve(then.go());
      },
    };
    signal.addEventListener("abort", abandon, { once: true });
    line.add(read, ticket.again);
  });
}

/**
 * Lets reads out: at full concurrency while what waits for a bucket fits into its window, spread over the window where it does
 * not, never into the reserve, and to each run in turn.
 */
export function createPacing({ clock, concurrency, reserve }: PacingOptions): Pacing {
  const shares = createRunShares();
  const buckets = createBuckets(reserve, shares);
  const parallelism = createParallelism(concurrency);
  const alarm = createAlarm(clock, letOut);
  let out = 0;
  let waiting = 0;

  function goOut(ticket: Ticket, bucket: Bucket, now: number): ComeBack {
    out += 1;
    bucket.window.sent(now);
    shares.sent(ticket.run);
    return (back) => {
      const later = clock.now();
      out -= 1;
      shares.returned(ticket.run);
      buckets.answered(ticket.operationId, bucket, later, back.seen);
      if (back.pauseMs !== undefined) bucket.window.closeUntil(later + back.pauseMs);
      if (back.refused === "concurrency") parallelism.tighten(now, later);
      else parallelism.ease();
      if (waiting > 0) letOut();
    };
  }

  function letOut(): void {
    while (waiting > 0 && out < parallelism.allowed) {
      const turn = buckets.next(clock.now());
      if (turn.kind === "later") alarm.set(turn.at);
      if (turn.kind !== "now") return;
      waiting -= 1;
      turn.bucket.line.take(turn.run)?.go();
    }
    if (waiting === 0) alarm.clear();
  }

  return {
    enter(ticket, signal) {
      if (signal.aborted) return Promise.reject(signal.reason);
      const bucket = buckets.of(ticket.operationId, ticket.bucket);
      const now = clock.now();
      // Nobody waits and there is room: no promise, no listener. That is every read of a run that fits into its window.
      if (waiting === 0 && out < parallelism.allowed && bucket.window.opensAt(now, 1) <= now) {
        return goOut(ticket, bucket, now);
      }
      waiting += 1;
      const inLine = waitInLine(bucket.line, ticket, signal, {
        go: () => goOut(ticket, bucket, clock.now()),
        left: () => {
          waiting -= 1;
          letOut();
        },
      });
      letOut();
      if (bucket.line.has(ticket.run)) buckets.announceTo(ticket.onWaiting, bucket, now);
      return inLine;
    },
    hasInLine: (run) => buckets.hasInLine(run),
  };
}
