import type { RecordedRead } from "../terms/recording.ts";
import type { ReviewedOperation } from "../terms/review.ts";
import type { EntryReader } from "./entries.ts";
import { parseRead } from "./read-detail.ts";
import { getRun, type KeptRun } from "./runs.ts";

/** What a run did with one operation. */
interface ExecutedOperation {
  readonly operationId: string;
  /** The operation as it was approved; undefined for one that no approval covers, which must never be. */
  readonly approved: ReviewedOperation | undefined;
  /** Reads that were answered. */
  readonly reads: number;
  /** Reads that ended in a failure. */
  readonly failed: number;
  /** Requests sent for them, tries that failed included. */
  readonly requests: number;
  /** UTF-8 bytes of the bodies. */
  readonly bytes: number;
}

/** A run with its approved operations beside what was executed. */
export interface RunAccount extends KeptRun {
  readonly operations: readonly ExecutedOperation[];
  /** From the first request sent to the last answer, ISO 8601; undefined where none was sent. */
  readonly asOf: { readonly from: string; readonly to: string } | undefined;
}

type Counts = Omit<ExecutedOperation, "operationId" | "approved">;

const none: Counts = { reads: 0, failed: 0, requests: 0, bytes: 0 };

function add(counts: Counts, read: RecordedRead): Counts {
  return {
    reads: counts.reads + 1,
    failed: counts.failed + (read.kind === "failed" ? 1 : 0),
    requests: counts.requests + (read.exchange?.attempts.length ?? 0),
    bytes: counts.bytes + read.bytes,
  };
}

/** The reads of a run in the order in which they were kept. */
export function* listReads(entries: EntryReader, run: string): IterableIterator<RecordedRead> {
  for (const entry of entries.listChain(run))
    if (entry.kind === "read" && entry.detail !== null) yield parseRead(entry.detail, entry.bodyHash);
}

/** Everything about one run: what was approved beside what was executed. Throws `journal/not-found`. */
export function accountOfRun(entries: EntryReader, name: string): RunAccount {
  const run = getRun(entries, name);
  const approved = new Map(run.beginning.review.operations.map((one) => [one.operationId, one]));
  const counts = new Map([...approved.keys()].map((operationId) => [operationId, none]));
  const times: string[] = [];
  for (const read of listReads(entries, run.run)) {
    counts.set(read.operationId, add(counts.get(read.operationId) ?? none, read));
    for (const attempt of read.exchange?.attempts ?? []) times.push(attempt.sentAt, attempt.endedAt);
  }
  const sorted = times.toSorted();
  const [from, to] = [sorted[0], sorted.at(-1)];
  return {
    ...run,
    asOf: from === undefined || to === undefined ? undefined : { from, to },
    operations: [...counts].map(([operationId, count]) => ({
      operationId,
      approved: approved.get(operationId),
      ...count,
    })),
  };
}
