import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { Failure } from "../../terms/failure.ts";
import { textIn } from "../entries/column-values.ts";
import { deriveKeys, type JournalKeys } from "../entries/journal-keys.ts";
import { type KeyRing, lostKey, wrongKey } from "../entries/key-ring.ts";
import { migrateFirstVersion } from "./migrate-first-version.ts";
import { migrateSecondVersion } from "./migrate-second-version.ts";

/** Version of the journal's tables that this code reads and writes. */
const journalVersion = 3;

/** Marks the file as a journal of Attest, "ATST". */
const applicationId = 0x41_54_53_54;

/**
 * `facts` are public: counts, names of operations, outcomes, and never a person's value. They stay for ever. `detail` and the
 * body are sealed, and may be erased; their hashes stay in the chain, so that it can be verified for ever. A detail opens for its
 * own entry alone.
 * An entry's `subject` is what it is looked up by: a step, a review hash, the name of another chain.
 */
const tables = `
  CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    chain TEXT NOT NULL,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    facts TEXT NOT NULL,
    detail_hash TEXT,
    body_hash TEXT,
    hash TEXT NOT NULL,
    detail BLOB
  ) STRICT;
  CREATE UNIQUE INDEX entries_by_place ON entries (chain, number);
  CREATE INDEX entries_by_subject ON entries (kind, subject, chain, number);
  CREATE INDEX entries_first ON entries (kind) WHERE number = 0;
  CREATE TABLE bodies (
    entry INTEGER PRIMARY KEY,
    hash TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    content BLOB NOT NULL
  ) STRICT;
`;

function pragma(database: DatabaseSync, name: string): number {
  const value = database.prepare(`PRAGMA ${name}`).get()?.[name];
  return typeof value === "number" ? value : 0;
}

/** A journal file and the ring that its key is on. */
interface KeyedFile {
  readonly path: string;
  readonly ring: KeyRing;
}

/**
 * Makes the tables in a new file, brings those of an older version up to date, and gives the journal's keys. Throws
 * `journal/newer` for a file that a newer version of Attest wrote and `journal/wrong-key` for one whose key the ring does not
 * have, and leaves either untouched.
 */
export function prepareTables(database: DatabaseSync, file: KeyedFile): JournalKeys {
  if (pragma(database, "user_version") < journalVersion) bringUpToDate(database, file);
  const found = pragma(database, "user_version");
  if (found > journalVersion) throw newer(found);
  dropHashIndex(database);
  return findKeys(database, file);
}

/** Journals had an index of the bodies' hashes; see `BodyPlaces`. */
function dropHashIndex(database: DatabaseSync): void {
  const found = database.prepare("SELECT name FROM sqlite_schema WHERE name = 'bodies_by_hash'").get();
  if (found !== undefined) database.exec("DROP INDEX IF EXISTS bodies_by_hash");
}

function findKeys(database: DatabaseSync, { path, ring }: KeyedFile): JournalKeys {
  const secret = ring.find(readAbout(database, "journal"));
  if (secret === undefined) throw lostKey(path, ring.place);
  const keys = deriveKeys(secret);
  if (readAbout(database, "key") !== keys.check) throw wrongKey(path, ring.place);
  return keys;
}

/** What the journal says of itself under that name. Throws `journal/broken` where it says nothing. */
export function readAbout(database: DatabaseSync, name: string): string {
  return textIn(database.prepare("SELECT value FROM about WHERE name = ?").get(name) ?? {}, "value");
}

function newer(found: number): Failure<"journal/newer"> {
  return new Failure(
    "journal/newer",
    { found, known: journalVersion },
    {
      found: `The journal has version ${found}; this Attest knows versions up to ${journalVersion}.`,
      why: "Writing to it could break what the newer version keeps in it, so it was left as it is.",
      help: "Use the newer Attest, or another data folder (ATTEST_HOME).",
    },
  );
}

function createTables(database: DatabaseSync, ring: KeyRing): JournalKeys {
  const journal = randomUUID();
  const keys = deriveKeys(ring.create(journal));
  database.exec(tables);
  const insert = database.prepare("INSERT INTO about (name, value) VALUES (?, ?)");
  insert.run("journal", journal);
  insert.run("key", keys.check);
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${journalVersion}`);
  return keys;
}

function bringUpToDate(database: DatabaseSync, file: KeyedFile): void {
  const { path, ring } = file;
  database.exec("BEGIN IMMEDIATE");
  try {
    // Another process may have made them while this one waited for the lock.
    const found = pragma(database, "user_version");
    if (found === 1) migrateFirstVersion(database, { path, createTables: () => createTables(database, ring) });
    if (found === 2) {
      migrateSecondVersion(database, findKeys(database, file));
      database.exec(`PRAGMA user_version = ${journalVersion}`);
    }
    if (found === 0) createTables(database, ring);
    database.exec("COMMIT");
    // What the older version kept could be read by anyone who has the file.
    if (found === 1) database.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
