import type { Journal } from "../audit/journal.ts";
import type { RunBeginning } from "../audit/runs/run-details.ts";
import type { RecordedRead } from "../terms/recording.ts";

/** What the runs of a filled journal are made of: those of a run that took place. */
export interface Pattern {
  readonly beginning: RunBeginning;
  /** Reads with their bodies. */
  readonly reads: readonly { readonly read: RecordedRead; readonly body: string | undefined }[];
}

/** A run of `factorsOfUsers` as a pattern for many: its reads of factors, each as large as most reads of a journal are. */
export function patternOf(journal: Journal, run: string): Pattern {
  const reads = [...journal.runs.listReads(run)]
    .filter((read) => read.operationId === "listFactors")
    .map((read) => ({ read, body: read.bodyHash === undefined ? undefined : journal.loadBody(read.bodyHash) }));
  return { beginning: journal.runs.get(run).beginning, reads };
}

/** Orders that are on their way to the writing thread at once. */
const atOnce = 2_000;

/** Runs that are written at once: they share commits. */
const runsAtOnce = 50;

/** Adds a run of so many reads, and gives its name. */
export async function addRun(journal: Journal, { beginning, reads }: Pattern, count: number): Promise<string> {
  const run = await journal.beginRun(beginning);
  for (let from = 0; from < count; from += atOnce) {
    await Promise.all(reads.slice(from, Math.min(count, from + atOnce)).map(({ read, body }) => run.keep(read, body)));
  }
  await run.end({ outcome: "answered", rows: [{ id: "one" }], notes: [] });
  return run.run;
}

/** Adds so many runs of so many reads. */
export async function addRuns(
  journal: Journal,
  pattern: Pattern,
  { runs, reads }: { readonly runs: number; readonly reads: number },
): Promise<void> {
  for (let from = 0; from < runs; from += runsAtOnce) {
    const count = Math.min(runsAtOnce, runs - from);
    await Promise.all(Array.from({ length: count }, () => addRun(journal, pattern, reads)));
  }
}
