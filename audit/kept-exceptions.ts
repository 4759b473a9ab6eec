import { z } from "zod";
import { journalChain } from "./chain.ts";
import type { EntryReader } from "./entries.ts";
import { type Writing, writeEntry } from "./writing.ts";

/** That rows of a report were accepted as exceptions, or no longer are. */
export interface ExceptionChange {
  readonly report: string;
  readonly org: string;
  /** `accepted`: these were added; `removed`: these were taken away; `replaced`: these are all that there are. */
  readonly change: "accepted" | "removed" | "replaced";
  readonly operator: string;
  /** As the library has them. */
  readonly exceptions: readonly object[];
}

/** A change with the time at which it was kept, ISO 8601. */
export interface KeptExceptionChange {
  readonly org: string;
  readonly change: ExceptionChange["change"];
  readonly operator: string;
  readonly count: number;
  readonly at: string;
}

const facts = z.object({
  org: z.string(),
  change: z.enum(["accepted", "removed", "replaced"]),
  operator: z.string(),
  count: z.number(),
});

/** What became of the exceptions of a report in any org, newest first: how many, and by whom. */
export function listExceptionChanges(entries: EntryReader, report: string): readonly KeptExceptionChange[] {
  return entries
    .listBySubject("exceptions", report)
    .map((one) => ({ ...facts.parse(JSON.parse(one.facts)), at: one.at }));
}

/** Writes a change of a report's exceptions into the journal chain. */
export async function saveExceptionChange(writing: Writing, change: ExceptionChange): Promise<void> {
  const { report, org, operator, exceptions } = change;
  const known = { org, change: change.change, operator, count: exceptions.length };
  await writeEntry(writing, { chain: journalChain, kind: "exceptions", subject: report, detail: change, facts: known });
}
