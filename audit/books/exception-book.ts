import { z } from "zod";
import { journalChain } from "../entries/chain.ts";
import type { EntryReader } from "../entries/entries.ts";
import { type Writing, writeEntry } from "../writing/writing.ts";

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

/** What was accepted as exceptions of reports. */
export interface ExceptionBook {
  /** Keeps that exceptions were accepted or taken away. */
  readonly save: (change: ExceptionChange) => Promise<void>;
  /** What became of the exceptions of a report in any org, newest first: how many, and by whom. */
  readonly list: (report: string) => readonly KeptExceptionChange[];
}

/** The exceptions of an open journal, in its own chain. */
export function createExceptionBook(writing: Writing, entries: EntryReader): ExceptionBook {
  return {
    save: async ({ exceptions, ...change }) => {
      const { report, ...known } = { ...change, count: exceptions.length };
      const detail = { ...change, exceptions };
      await writeEntry(writing, { chain: journalChain, kind: "exceptions", subject: report, detail, facts: known });
    },
    list: (report) =>
      entries.listBySubject("exceptions", report).map((one) => ({ ...facts.parse(JSON.parse(one.facts)), at: one.at })),
  };
}
