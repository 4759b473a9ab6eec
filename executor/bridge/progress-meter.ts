import type { RunOptions } from "../program.ts";

/** Counts what a run has asked and got, and tells it now and then. */
export interface ProgressMeter {
  asked(operationId: string): void;
  answered(operationId: string, failed: boolean): void;
  rows(count: number): void;
  /** Tells the last state. */
  close(): void;
}

const TELL_EVERY_MS = 100;

/** Makes the meter of one run. */
export function createProgressMeter(tell: RunOptions["onProgress"]): ProgressMeter {
  const counts = new Map<string, { asked: number; answered: number; failed: number }>();
  let rows = 0;
  let timer: NodeJS.Timeout | undefined;
  const tellNow = (): void => {
    timer = undefined;
    const operations = [...counts].map(([operationId, count]) => ({ operationId, ...count }));
    const waiting = operations.reduce((sum, one) => sum + one.asked - one.answered, 0);
    tell?.({ operations, waiting, rows });
  };
  const tellSoon = (): void => {
    if (tell !== undefined) timer ??= setTimeout(tellNow, TELL_EVERY_MS);
  };
  const count = (operationId: string, ...which: readonly ("asked" | "answered" | "failed")[]): void => {
    const one = counts.get(operationId) ?? { asked: 0, answered: 0, failed: 0 };
    for (const each of which) one[each] += 1;
    counts.set(operationId, one);
    tellSoon();
  };
  return {
    asked: (operationId) => count(operationId, "asked"),
    answered: (operationId, failed) =>
      failed ? count(operationId, "answered", "failed") : count(operationId, "answered"),
    rows(arrived) {
      rows = arrived;
      tellSoon();
    },
    close() {
      clearTimeout(timer);
      tellNow();
    },
  };
}
