import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { journalChain } from "../entries/chain.ts";
import { textIn } from "../entries/column-values.ts";
import type { EntryReader } from "../entries/entries.ts";
import { listExpired } from "../erasure/prune.ts";
import type { Expiry } from "../erasure/erasure-task.ts";
import { type Writing, writeEntry } from "../writing/writing.ts";

/** What came of one time at which the retention was applied by itself. */
export interface Retention {
  /** Entries that lost a text. */
  readonly entries: number;
  /** Runs and plannings that lost one. */
  readonly chains: number;
  /** Whether something was left for the next time. */
  readonly isCut: boolean;
}

/** The same with its time, ISO 8601. */
export interface KeptRetention extends Retention {
  readonly at: string;
}

const shape: z.ZodType<Retention> = z.object({ entries: z.number(), chains: z.number(), isCut: z.boolean() });

/** What of a journal is out of its time, and when that was seen to by itself. */
export interface RetentionBook {
  /** Runs and plannings whose time is over and whose responses are still there, the oldest first. */
  readonly listExpired: (expiry: Expiry) => readonly string[];
  /** When the first entry was written, ISO 8601: nothing is older. Undefined for an empty journal. */
  readonly findBeginning: () => string | undefined;
  /** Keeps that the retention was applied by itself. */
  readonly save: (retention: Retention) => Promise<void>;
  /** When it was last; undefined where it never was. */
  readonly findLast: () => KeptRetention | undefined;
}

/** The book of an open journal. */
export function createRetentionBook(writing: Writing, entries: EntryReader, database: DatabaseSync): RetentionBook {
  const first = database.prepare("SELECT at FROM entries ORDER BY id LIMIT 1");
  return {
    listExpired: (expiry) => listExpired(database, expiry),
    findBeginning: () => {
      const row = first.get();
      return row === undefined ? undefined : textIn(row, "at");
    },
    save: async (retention) => {
      await writeEntry(writing, { chain: journalChain, kind: "retention", subject: "", detail: {}, facts: retention });
    },
    findLast: () => {
      const [entry] = entries.listBySubject("retention", "", 1);
      return entry === undefined ? undefined : { ...shape.parse(JSON.parse(entry.facts)), at: entry.at };
    },
  };
}
