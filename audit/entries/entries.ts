import type { DatabaseSync } from "node:sqlite";
import { Failure } from "../../terms/failure.ts";
import type { BodyPlaces } from "./body-places.ts";
import { type StoredRow, numberIn, textIn } from "./column-values.ts";
import type { JournalKeys } from "./journal-keys.ts";
import { createPublicEntries, type PublicEntry } from "./public-entries.ts";
import { createReadSums, type ReadSum } from "./read-sums.ts";
import { chainedEntryIn, detailColumns, openDetail } from "./sealed-detail.ts";

/** An entry as it stands in the journal. */
export interface JournalEntry {
  readonly chain: string;
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  readonly kind: string;
  readonly subject: string;
  readonly hash: string;
  /** Null for entries of an older version whose facts are everything. */
  readonly detailHash: string | null;
  readonly bodyHash: string | null;
  /** JSON text: what stays readable of it for ever. */
  readonly facts: string;
  /** JSON text; null when it was erased, and for entries whose facts are everything. */
  readonly detail: string | null;
  /** What the hash of the detail was made with; null where there is no detail. */
  readonly detailSalt: string | null;
}

/** How entries are looked up. */
export interface EntryReader {
  /** The last entry of that kind and subject in the chain. */
  findInChain(chain: string, kind: string, subject: string): JournalEntry | undefined;
  /** The entries of one kind and subject in any chain, newest first; all of them unless told otherwise. */
  listBySubject(kind: string, subject: string, limit?: number): readonly JournalEntry[];
  /** The entries of one kind in any chain, newest first. */
  listOfKind(kind: string, limit: number): readonly JournalEntry[];
  /** The first entries of chains, of one kind, newest first. */
  listFirst(kind: string, limit: number): readonly JournalEntry[];
  /** All first entries of chains of one kind, newest first, read one by one. Walk it to its end, or return from it. */
  walkFirst(kind: string): IterableIterator<JournalEntry>;
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
  /** The entries of one kind in any chain that were written since then, the oldest first. Nothing is opened for it. */
  readonly listPublic: (kind: string, since: string) => readonly PublicEntry[];
  /** The reads of a run, added up by operation. */
  readonly sumReads: (run: string) => readonly ReadSum[];
}

const columns = `entries.id, ${detailColumns}`;

/** What rows are made entries with. */
interface Reading {
  readonly keys: JournalKeys;
  readonly places: BodyPlaces;
}

function toEntry({ keys, places }: Reading, row: StoredRow): JournalEntry {
  const entry = chainedEntryIn(row);
  const opened = openDetail(keys, row, entry);
  if (opened === "changed") throw entryIsBroken(entry.chain, entry.number);
  if (entry.bodyHash !== null) places.note(entry.bodyHash, numberIn(row, "id"));
  return {
    ...entry,
    hash: textIn(row, "hash"),
    detail: opened?.text ?? null,
    detailSalt: opened?.salt ?? null,
  };
}

function* toEntries(reading: Reading, rows: Iterable<StoredRow>): IterableIterator<JournalEntry> {
  for (const row of rows) yield toEntry(reading, row);
}

function entryIsBroken(chain: string, number: number): Failure<"journal/broken"> {
  const reason = "its text is not the one that was written for it";
  return new Failure(
    "journal/broken",
    { chain, entry: number, reason },
    {
      found: `Entry ${number} of ${chain} cannot be read: ${reason}.`,
      why: "What it says cannot be vouched for.",
      help: "Run attest journal verify, and restore the file from a copy.",
    },
  );
}

/** The look-ups of an open journal. */
export function createEntryReader(database: DatabaseSync, keys: JournalKeys, places: BodyPlaces): EntryReader {
  const reading: Reading = { keys, places };
  const inChain = database.prepare(
    `SELECT ${columns} FROM entries WHERE chain = ? AND kind = ? AND subject = ? ORDER BY number DESC LIMIT 1`,
  );
  const bySubject = database.prepare(
    `SELECT ${columns} FROM entries WHERE kind = ? AND subject = ? ORDER BY id DESC LIMIT ?`,
  );
  const ofKind = database.prepare(`SELECT ${columns} FROM entries WHERE kind = ? ORDER BY id DESC LIMIT ?`);
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
    // The place first: by kind, the reads of all runs would be walked.
    `SELECT coalesce(max(CAST(subject AS INTEGER)) + 1, 0) AS steps FROM entries INDEXED BY entries_by_place
     WHERE chain = ? AND kind = ?`,
  );
  return {
    findInChain: (chain, kind, subject) => {
      const row = inChain.get(chain, kind, subject);
      return row === undefined ? undefined : toEntry(reading, row);
    },
    // SQLite takes a limit of -1 for none.
    listBySubject: (kind, subject, limit = -1) =>
      bySubject.all(kind, subject, limit).map((row) => toEntry(reading, row)),
    listOfKind: (kind, limit) => ofKind.all(kind, limit).map((row) => toEntry(reading, row)),
    listFirst: (kind, limit) => first.all(kind, limit).map((row) => toEntry(reading, row)),
    walkFirst: (kind) =>
      toEntries(
        reading,
        database.prepare(`SELECT ${columns} FROM entries WHERE kind = ? AND number = 0 ORDER BY id DESC`).iterate(kind),
      ),
    findAt: (chain, number) => {
      const row = atPlace.get(chain, number);
      return row === undefined ? undefined : toEntry(reading, row);
    },
    // Prepared anew each time: two walks of one statement would share its place.
    listChain: (chain) =>
      toEntries(
        reading,
        database.prepare(`SELECT ${columns} FROM entries WHERE chain = ? ORDER BY number`).iterate(chain),
      ),
    listSubjects: (kind, prefix) => subjects.all(kind, prefix, prefix).map((row) => textIn(row, "subject")),
    listChains: (firstKind, part) => chains.all(firstKind, part, part, part, part).map((row) => textIn(row, "chain")),
    countSteps: (chain, kind) => {
      const row = steps.get(chain, kind);
      return row === undefined ? 0 : numberIn(row, "steps");
    },
    listPublic: createPublicEntries(database),
    sumReads: createReadSums(database),
  };
}
