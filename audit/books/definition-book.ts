import { z } from "zod";
import { journalChain } from "../entries/chain.ts";
import type { EntryReader } from "../entries/entries.ts";
import { type Writing, writeEntry } from "../writing/writing.ts";

/** A change with the time at which it was kept, ISO 8601. */
export interface KeptDefinitionChange extends DefinitionChange {
  readonly at: string;
}

/** A change of what a word of the org means. */
export interface DefinitionChange {
  readonly name: string;
  readonly org: string;
  /** Null where the word was taken away. */
  readonly version: number | null;
  readonly condition: string | null;
  readonly operator: string;
}

const shape: z.ZodType<DefinitionChange> = z.object({
  name: z.string(),
  org: z.string(),
  version: z.number().nullable(),
  condition: z.string().nullable(),
  operator: z.string(),
});

/** What the words of orgs were said to mean. */
export interface DefinitionBook {
  /** Keeps that a word was defined, or taken away. */
  readonly save: (change: DefinitionChange) => Promise<void>;
  /** The changes of a word's definitions in any org, newest first. */
  readonly list: (name: string) => readonly KeptDefinitionChange[];
}

/** The definitions of an open journal, in its own chain. */
export function createDefinitionBook(writing: Writing, entries: EntryReader): DefinitionBook {
  return {
    save: async (change) => {
      await writeEntry(writing, { chain: journalChain, kind: "definition", subject: change.name, detail: change });
    },
    list: (name) =>
      entries
        .listBySubject("definition", name)
        .flatMap(({ at, detail }) => (detail === null ? [] : [{ ...shape.parse(JSON.parse(detail)), at }])),
  };
}
