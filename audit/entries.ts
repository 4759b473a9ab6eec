import type { DatabaseSync } from "node:sqlite";
import { type StoredRow, numberIn, optionalTextIn, textIn } from "./column-values.ts";
import { createReadSums, type ReadSum } from "./read-sums.ts";

/** An entry as it stands in the journal. */
export interface JournalEntry {
  readonly chain: string;
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  readonly kind: string;
  readonly subject: string;
  readonly hash: string;
  readonly bodyHash: string | null;
  /** JSON text, or null when it was erased. */
  readonly detail: string | null;
}

/** How entries are looked up. */
export interface EntryReader {
  /** The last entry of that kind and subject in the chain. */
  findInChain(chain: string, kind: string, subject: string): JournalEntry | undefined;
  /** The entries of one kind and subject in any chain, newest first. */
  listBySubject(kind: string, subject: string): readonly JournalEntry[];
  /** The first entries of chains, of one kind, newest first. */
  listFirst(kind: string, limit: number): readonly JournalEntry[];
  /** The entry at that place. */
  findAt(chain: string, number: number): JournalEntry | undefined;
  /** A chain from its start. Walk it to its end: a walk left open keeps SQLite from tidying its files. */
  listChain(chain: string): IterableIterator<JournalEntry>;
  /** Subjects of one kind that start with `prefix`, each once. */
  listSubjects(kind: string, prefix: string): readonly string[];
  /** Names of chains whose first entry is of this kind and whose name starts or ends with `part`, newest first. */
  listChains(firstKind: string, part: string): readonly string[];
  /** One more than the highest whole-number subject of that kind in the chain: for reads, the number of steps. */
  countSteps(chain: string, kind: string): number;
  /** The reads of a run, added up by operation. */
  readonly sumReads: (run: string) => readonly ReadSum[];
}

const columns = "chain, number, at, kind, subject, hash, body_hash, detail";

function toEntry(row: StoredRow): JournalEntry {
  return {
    chain: textIn(row, "chain"),
    number: numberIn(row, "number"),
    at: textIn(row, "at"),
    kind: textIn(row, "kind"),
    subject: textIn(row, "subject"),
    hash: textIn(row, "hash"),
    bodyHash: optionalTextIn(row, "body_hash"),
    detail: optionalTextIn(row, "detail"),
  };
}

function* toEntries(rows: Iterable<StoredRow>): IterableIterator<JournalEntry> {
  for (const row of rows) yield toEntry(row);
}

/** The look-ups of an open journal. */
export function createEntryReader(database: DatabaseSync): EntryReader {
  const inChain = database.prepare(
    `SELECT ${columns} FROM entries WHERE chain = ? AND kind = ? AND subject = ? ORDER BY number DESC LIMIT 1`,
  );
  const bySubject = database.prepare(`SELECT ${columns} FROM entries WHERE kind = ? AND subject = ? ORDER BY id DESC`);
  const first = database.prepare(
    `SELECT ${columns} FROM entries WHERE kind = ? AND number = 0 ORDER BY id DESC LIMIT ?`,
  );
  const atPlace = database.prepare(`SELECT ${columns} FROM entries WHERE chain = ? AND number = ?`);
  const subjects = database.prepare(
    "SELECT DISTINCT subject FROM entries WHERE kind = ? AND substr(subject, 1, length(?)) = ? LIMIT 20",
  );
  const chains = database.prepare(
    `SELECT chain FROM entries WHERE kind = ? AND number = 0
     AND (substr(chain, 1, length(?)) = ? OR substr(chain, -length(?)) = ?) ORDER BY id DESC LIMIT 20`,
  );
  const steps = database.prepare(
    "SELECT coalesce(max(CAST(subject AS INTEGER)) + 1, 0) AS steps FROM entries WHERE chain = ? AND kind = ?",
  );
  return {
    findInChain: (chain, kind, subject) => {
      const row = inChain.get(chain, kind, subject);
      return row === undefined ? undefined : toEntry(row);
    },
    listBySubject: (kind, subject) => bySubject.all(kind, subject).map(toEntry),
    listFirst: (kind, limit) => first.all(kind, limit).map(toEntry),
    findAt: (chain, number) => {
      const row = atPlace.get(chain, number);
      return row === undefined ? undefined : toEntry(row);
    },
    // Prepared anew each time: two walks of one statement would share its place.
    listChain: (chain) =>
      toEntries(database.prepare(`SELECT ${columns} FROM entries WHERE chain = ? ORDER BY number`).iterate(chain)),
    listSubjects: (kind, prefix) => subjects.all(kind, prefix, prefix).map((row) => textIn(row, "subject")),
    listChains: (firstKind, part) => chains.all(firstKind, part, part, part, part).map((row) => textIn(row, "chain")),
    countSteps: (chain, kind) => {
      const row = steps.get(chain, kind);
      return row === undefined ? 0 : numberIn(row, "steps");
    },
    sumReads: createReadSums(database),
  };
}
