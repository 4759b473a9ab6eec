import type { RecordedRead } from "../../terms/recording.ts";
import type { ReviewedOperation } from "../../terms/review.ts";
import type { EntryReader } from "../entries/entries.ts";
import { type KeptMark, listMarks } from "./marks.ts";
import { parseRead } from "../entries/read-detail.ts";
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
  /** What operators said of it, the newest first. */
  readonly marks: readonly KeptMark[];
  /** From the first request sent to the last answer, ISO 8601; undefined where none was sent. */
  readonly asOf: { readonly from: string; readonly to: string } | undefined;
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
  const sums = new Map(entries.sumReads(run.run).map((sum) => [sum.operationId, sum]));
  const froms = [...sums.values()].flatMap((sum) => sum.from ?? []).toSorted();
  const tos = [...sums.values()].flatMap((sum) => sum.to ?? []).toSorted();
  const [from, to] = [froms[0], tos.at(-1)];
  return {
    ...run,
    marks: listMarks(entries, run.run),
    asOf: from === undefined || to === undefined ? undefined : { from, to },
    operations: [...new Set([...approved.keys(), ...sums.keys()])].map((operationId) => ({
      operationId,
      approved: approved.get(operationId),
      reads: sums.get(operationId)?.reads ?? 0,
      failed: sums.get(operationId)?.failed ?? 0,
      requests: sums.get(operationId)?.requests ?? 0,
      bytes: sums.get(operationId)?.bytes ?? 0,
    })),
  };
}
