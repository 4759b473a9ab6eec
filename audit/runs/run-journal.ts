import { type InputTable, referenceTo } from "../../terms/input-table.ts";
import type { RecordedRead } from "../../terms/recording.ts";
import { canonicalRows } from "../entries/canonical-rows.ts";
import { factsOfRead } from "../entries/facts.ts";
import type { RunBeginning, RunEnding, RunOfReport } from "./run-details.ts";
import { tableText } from "../entries/table-text.ts";
import { CleanBody } from "../writing/clean-body.ts";
import { type Writing, writeEntry } from "../writing/writing.ts";

/** A read as it was kept. */
export interface KeptRead extends RecordedRead {
  /** False where a registered secret was taken out of the body: what came may not be delivered, what was kept may. */
  readonly isAsItCame: boolean;
}

/** Keeps a read and its body, as `RunJournal.keep` says. */
export type KeepRead = (
  read: RecordedRead,
  body: string | undefined,
  utf8?: Uint8Array<ArrayBuffer>,
) => Promise<KeptRead>;

/** The open journal of one run. */
export interface RunJournal {
  /** The run's id. */
  readonly run: string;
  /**
   * Keeps a read and its body. Resolves when both are on the disk: only then may the body be delivered.
   * Gives the read as kept: hash and size are those of the body without registered secrets, which is what is delivered.
   * `utf8`: the same body in bytes, where they are there already; given away. Rejects with `journal/unwritable`; then nothing of
   * this read may be delivered.
   */
  readonly keep: KeepRead;
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
  body: CleanBody | undefined,
): Promise<KeptRead> {
  const bytes = body?.bytes ?? 0;
  const { bodyHash: _, ...detail } = { ...read, bytes };
  const bodyHash = await writeEntry(writing, {
    chain: run,
    kind: "read",
    subject: String(read.step),
    detail,
    facts: factsOfRead(detail),
    body,
  });
  return { ...read, bodyHash, bytes, isAsItCame: body?.isAsItCame !== false };
}

async function endRun(writing: Writing, run: string, { rows, ...ending }: RunEnding): Promise<void> {
  await writeEntry(writing, {
    chain: run,
    kind: "run-ended",
    subject: ending.outcome,
    detail: { ...ending, rowCount: rows?.length ?? 0 },
    body: rows === undefined ? undefined : canonicalRows(rows),
    tied: true,
  });
}

/** The writing end of a run that has begun, or that is resumed. */
export function createRunJournal(writing: Writing, run: string): RunJournal {
  const append = async (kind: string, detail: object): Promise<void> => {
    await writeEntry(writing, { chain: run, kind, subject: "", detail });
  };
  return {
    run,
    keep: (read, body, utf8) =>
      keepRead(writing, run, read, body === undefined ? undefined : new CleanBody(writing.redact, body, utf8)),
    note: (text) => append("note", { text }),
    attach: append,
    end: (ending) => endRun(writing, run, ending),
  };
}

/** Writes the first entry of a run, with the org's schema as its body, ties it into the journal chain, and keeps its input tables. */
export async function writeBeginning(
  writing: Writing,
  run: string,
  beginning: RunBeginning,
  options: { readonly orgSchema: string | undefined; readonly tables: readonly InputTable[] },
): Promise<void> {
  const { orgSchema, tables } = options;
  const subject = beginning.review.reviewHash;
  const first = { chain: run, kind: "run-begun", subject, detail: beginning, body: orgSchema, tied: true };
  await writeEntry(writing, first);
  for (const table of tables) {
    const entry = { chain: run, kind: "table", subject: table.name };
    await writeEntry(writing, { ...entry, detail: referenceTo(table), body: tableText(table.rows) });
  }
  if (beginning.report !== undefined) await writeRunOf(writing, run, beginning.report);
}

/** Counts a run among those of a report: by this entry's subject they are found, among any number of others. */
export async function writeRunOf(writing: Writing, run: string, report: RunOfReport): Promise<void> {
  await writeEntry(writing, { chain: run, kind: "run-of", subject: report.name, detail: report });
}

/** Writes that a run goes on after it stopped or was killed. */
export async function writeResumption(writing: Writing, run: string, why: object): Promise<void> {
  await writeEntry(writing, { chain: run, kind: "resumed", subject: "", detail: why, tied: true });
}
