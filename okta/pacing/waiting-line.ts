/** One read that waits for its turn. */
export interface WaitingRead {
  /** The run that it belongs to. */
  readonly run: string;
  readonly go: () => void;
  /** Told once for each long wait: the bucket, milliseconds, and why. */
  readonly onWaiting: ((waiting: Waiting) => void) | undefined;
}

/** A wait worth telling an operator about. */
export interface Waiting {
  readonly bucket: string;
  /** Milliseconds from now. */
  readonly untilMs: number;
  readonly reason: string;
}

/** The reads that wait for one bucket, a line a run. */
export interface WaitingLine {
  readonly length: number;
  /** At the end of its run's line, or at its head for a read that is tried again. */
  add(read: WaitingRead, atHead: boolean): void;
  remove(read: WaitingRead): void;
  runs(): Iterable<string>;
  /** True where a read of that run waits. */
  has(run: string): boolean;
  /** Takes the first read of that run. */
  take(run: string): WaitingRead | undefined;
  all(): readonly WaitingRead[];
}

/** An empty line. Reads of one run keep their order; taking one costs the same however many wait. */
export function createWaitingLine(): WaitingLine {
  const lines = new Map<string, Set<WaitingRead>>();
  let length = 0;
  return {
    get length() {
      return length;
    },
    add(read, atHead) {
      const line = lines.get(read.run);
      lines.set(read.run, atHead ? new Set([read, ...(line ?? [])]) : (line ?? new Set()).add(read));
      length += 1;
    },
    remove(read) {
      const line = lines.get(read.run);
      if (line?.delete(read) !== true) return;
      length -= 1;
      if (line.size === 0) lines.delete(read.run);
    },
    runs: () => lines.keys(),
    has: (run) => lines.has(run),
    take(run) {
      const line = lines.get(run);
      const first = line?.values().next().value;
      if (line === undefined || first === undefined) return undefined;
      line.delete(first);
      length -= 1;
      if (line.size === 0) lines.delete(run);
      return first;
    },
    all: () => [...lines.values()].flatMap((line) => [...line]),
  };
}
