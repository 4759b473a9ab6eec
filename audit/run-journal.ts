import type { RecordedRead } from "../terms/recording.ts";
import { packBody } from "./bodies.ts";
import { canonicalRows } from "./canonical-rows.ts";
import { journalChain } from "./chain.ts";
import { renderRead } from "./read-detail.ts";
import type { RunBeginning, RunEnding } from "./run-details.ts";
import type { Transaction } from "./transaction.ts";
import { type Writing, draft } from "./writing.ts";

/** The open journal of one run. */
export interface RunJournal {
  /** The run's id. */
  readonly run: string;
  /**
   * Keeps a read and its body. Resolves when both are on the disk: only then may the body be delivered.
   * Gives the read as kept: hash and size are those of the body without registered secrets, which is what is delivered.
   * Rejects with `journal/unwritable`; then nothing of this read may be delivered.
   */
  keep(read: RecordedRead, body: string | undefined): Promise<RecordedRead>;
  /** Keeps a line of the snippet's own words. */
  note(text: string): Promise<void>;
  /** Keeps something else about the run, such as its evidence, under a kind of its own. */
  attach(kind: string, detail: object): Promise<void>;
  /** Ends the run and ties its last entry into the journal chain. */
  end(ending: RunEnding): Promise<void>;
}

async function keepRead(
  writing: Writing,
  run: string,
  read: RecordedRead,
  body: string | undefined,
): Promise<RecordedRead> {
  const packed = body === undefined ? undefined : await packBody(writing.redact(body));
  const kept = { ...read, bodyHash: packed?.hash, bytes: packed?.bytes ?? 0 };
  const entry = {
    kind: "read",
    subject: String(read.step),
    at: writing.now(),
    detail: writing.redact(renderRead(kept)),
    body: packed,
  };
  await writing.queue.write((transaction) => {
    transaction.append(run, entry);
  });
  return kept;
}

async function endRun(writing: Writing, run: string, { rows, ...ending }: RunEnding): Promise<void> {
  const packed = rows === undefined ? undefined : await packBody(writing.redact(canonicalRows(rows)));
  const last = draft(writing, "run-ended", ending.outcome, { ...ending, rowCount: rows?.length ?? 0 }, packed);
  await writing.queue.write((transaction) => {
    tieIn(writing, transaction, run, transaction.append(run, last));
  });
}

/** Puts the place and hash of a chain's entry into the journal chain, so that what stands before it cannot be cut or changed. */
export function tieIn(
  writing: Writing,
  transaction: Transaction,
  chain: string,
  head: { readonly number: number; readonly hash: string },
): void {
  transaction.append(journalChain, draft(writing, "head", chain, head));
}

/** The writing end of a run that has begun, or that is resumed. */
export function createRunJournal(writing: Writing, run: string): RunJournal {
  const append = (kind: string, subject: string, detail: object): Promise<void> =>
    writing.queue.write((transaction) => {
      transaction.append(run, draft(writing, kind, subject, detail));
    });
  return {
    run,
    keep: (read, body) => keepRead(writing, run, read, body),
    note: (text) => append("note", "", { text }),
    attach: (kind, detail) => append(kind, "", detail),
    end: (ending) => endRun(writing, run, ending),
  };
}

/** Writes the first entry of a run, and ties it into the journal chain. */
export async function writeBeginning(writing: Writing, run: string, beginning: RunBeginning): Promise<void> {
  const first = draft(writing, "run-begun", beginning.review.reviewHash, beginning);
  await writing.queue.write((transaction) => {
    tieIn(writing, transaction, run, transaction.append(run, first));
  });
}

/** Writes that a run goes on after it stopped or was killed. */
export async function writeResumption(writing: Writing, run: string, why: object): Promise<void> {
  await writing.queue.write((transaction) => {
    tieIn(writing, transaction, run, transaction.append(run, draft(writing, "resumed", "", why)));
  });
}
