import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type Anchor, readAnchors, signAnchor } from "../proof/anchors.ts";
import { journalChain } from "../entries/chain.ts";
import { numberIn, textIn } from "../entries/column-values.ts";
import { type CoveringAnchor, findCoveringAnchor } from "../proof/covering-anchor.ts";
import type { EntryReader } from "../entries/entries.ts";
import type { JournalKeys } from "../entries/journal-keys.ts";
import { readAbout } from "../database/schema.ts";
import { type Writing, writeEntry } from "../writing/writing.ts";

/** An anchor that was posted, by the entry that it is of, and when, ISO 8601. */
export interface PostedAnchor {
  readonly number: number;
  readonly at: string;
}

/** Anchors that are made when they are asked for, beside those that the writing thread appends to the journal's own file. */
export interface AnchorBook {
  /** Signs the end of the journal chain as it is on the disk; undefined for an empty journal. */
  readonly sign: () => Anchor | undefined;
  /** What vouches for a run as it is now; undefined where nothing does. */
  readonly findCovering: (run: string) => CoveringAnchor | undefined;
  /** Keeps that the anchor of an entry was posted. */
  readonly savePosted: (number: number) => Promise<void>;
  /** The one that was posted last; undefined where none was. */
  readonly findPosted: () => PostedAnchor | undefined;
}

const facts = z.object({ number: z.number() });

/** The book of an open journal. */
export function createAnchorBook(
  writing: Writing,
  entries: EntryReader,
  file: { readonly database: DatabaseSync; readonly keys: JournalKeys; readonly anchors: string | undefined },
): AnchorBook {
  const { database, keys } = file;
  const journal = readAbout(database, "journal");
  const head = database.prepare("SELECT number, hash FROM entries WHERE chain = ? ORDER BY number DESC LIMIT 1");
  const sign = (): Anchor | undefined => {
    const row = head.get(journalChain);
    if (row === undefined) return undefined;
    const end = { number: numberIn(row, "number"), hash: textIn(row, "hash") };
    return signAnchor(keys, journal, end, writing.now());
  };
  return {
    sign,
    findCovering: (run) => {
      const kept = file.anchors === undefined ? [] : readAnchors(file.anchors);
      return findCoveringAnchor({ reader: entries, keys, journal }, run, kept, sign());
    },
    savePosted: async (number) => {
      await writeEntry(writing, { chain: journalChain, kind: "anchored", subject: "", detail: {}, facts: { number } });
    },
    findPosted: () => {
      const [entry] = entries.listBySubject("anchored", "", 1);
      return entry === undefined ? undefined : { ...facts.parse(JSON.parse(entry.facts)), at: entry.at };
    },
  };
}
