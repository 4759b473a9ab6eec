import { z } from "zod";
import type { Mark } from "../../terms/mark.ts";
import type { EntryReader, JournalEntry } from "../entries/entries.ts";
import { type Writing, writeEntry } from "../writing/writing.ts";

/** A mark with the time at which it was given, ISO 8601. */
export interface KeptMark extends Mark {
  readonly at: string;
}

const factsShape = z.object({ verdict: z.enum(["right", "wrong"]), operator: z.string() });
const noteShape = z.object({ note: z.string().optional() });

function toMark({ at, facts, detail }: JournalEntry): KeptMark {
  const { note } = detail === null ? {} : noteShape.parse(JSON.parse(detail));
  return { ...factsShape.parse(JSON.parse(facts)), note, at };
}

/** The marks of a run, newest first. */
export function listMarks(entries: EntryReader, run: string): readonly KeptMark[] {
  return entries.listBySubject("mark", run).map(toMark);
}

/** The mark of a run that counts; undefined where it has none. */
export function findMark(entries: EntryReader, run: string): KeptMark | undefined {
  const entry = entries.findInChain(run, "mark", run);
  return entry === undefined ? undefined : toMark(entry);
}

/** Writes a mark into the chain of its run, so that it goes with the run wherever it is exported, and ties it into the journal chain. */
export async function saveMark(writing: Writing, run: string, mark: Mark): Promise<void> {
  await writeEntry(writing, { chain: run, kind: "mark", subject: run, detail: mark, tied: true });
}
