import type { DatabaseSync } from "node:sqlite";
import { appendAnchor, signAnchor } from "./anchors.ts";
import { type ChainHead, journalChain } from "../entries/chain.ts";
import { numberIn, textIn } from "../entries/column-values.ts";
import { createAppenders, inTransaction } from "../database/transaction.ts";
import type { JournalKeys } from "../entries/journal-keys.ts";
import type { WriteOrder } from "../entries/write-order.ts";

/** How long what is written may go without an anchor while a process goes on writing. */
const everyMs = 5 * 60_000;

/** Signs the end of the journal chain from time to time. */
export interface Anchoring {
  /** Is told of everything that was written. */
  note(order: Pick<WriteOrder, "chain" | "tied">): void;
  /** Is told that something was written to the journal chain alone. */
  noteJournal(): void;
  /** Signs what was noted, where the last time was long ago. */
  anchorWhenDue(): void;
  /** Signs what was noted. Never throws: what was written is on the disk all the same, and `verify` says how old the last anchor is. */
  anchor(): void;
}

/** Anchoring into the file at `path`; none where there is no path. */
export function createAnchoring(database: DatabaseSync, keys: JournalKeys, path: string | undefined): Anchoring {
  const head = database.prepare("SELECT number, hash FROM entries WHERE chain = ? ORDER BY number DESC LIMIT 1");
  const name = database.prepare("SELECT value FROM about WHERE name = 'journal'");
  const appenders = createAppenders(database, keys);
  /** Chains whose last entry the journal chain does not have yet. */
  const loose = new Set<string>();
  let isDirty = false;
  let last = Date.now();

  function readHead(): ChainHead {
    const row = head.get(journalChain) ?? {};
    return { number: numberIn(row, "number"), hash: textIn(row, "hash") };
  }

  /** Ties the ends of runs that go on into the journal chain: an anchor covers them too. */
  function tieLoose(at: string): void {
    if (loose.size === 0) return;
    inTransaction(database, () => {
      const appender = appenders();
      for (const chain of loose) appender.tie(chain, at);
    });
    loose.clear();
  }

  function anchor(): void {
    if (path === undefined || !isDirty) return;
    const at = new Date().toISOString();
    try {
      tieLoose(at);
      appendAnchor(path, signAnchor(keys, textIn(name.get() ?? {}, "value"), readHead(), at));
      isDirty = false;
    } catch {
      // A full disk or a folder that is gone: the next anchor covers this one.
    }
    last = Date.now();
  }

  return {
    note: ({ chain, tied }) => {
      isDirty = true;
      if (tied) loose.delete(chain);
      else if (chain !== journalChain) loose.add(chain);
    },
    noteJournal: () => (isDirty = true),
    anchorWhenDue: () => {
      if (Date.now() - last >= everyMs) anchor();
    },
    anchor,
  };
}
