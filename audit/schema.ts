import type { DatabaseSync } from "node:sqlite";
import { Failure } from "../terms/failure.ts";

/** Version of the journal's tables that this code reads and writes. */
const journalVersion = 1;

/** Marks the file as a journal of Attest, "ATST". */
const applicationId = 0x41_54_53_54;

/**
 * `detail` and `content` may be erased (set to null); their hashes stay in the chain, so that it can be verified for ever.
 * An entry's `subject` is what it is looked up by: a step, a review hash, the name of another chain.
 */
const tables = `
  CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    chain TEXT NOT NULL,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail_hash TEXT NOT NULL,
    body_hash TEXT,
    hash TEXT NOT NULL,
    detail TEXT
  ) STRICT;
  CREATE UNIQUE INDEX entries_by_place ON entries (chain, number);
  CREATE INDEX entries_by_subject ON entries (kind, subject, chain, number);
  CREATE INDEX entries_first ON entries (kind) WHERE number = 0;
  CREATE TABLE bodies (
    hash TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL,
    form TEXT NOT NULL,
    content BLOB
  ) STRICT;
`;

function pragma(database: DatabaseSync, name: string): number {
  const value = database.prepare(`PRAGMA ${name}`).get()?.[name];
  return typeof value === "number" ? value : 0;
}

/** Makes the tables in a new file. Throws `journal/newer` for a file that a newer version of Attest wrote, and leaves it untouched. */
export function prepareTables(database: DatabaseSync): void {
  if (pragma(database, "user_version") === 0) createTables(database);
  const found = pragma(database, "user_version");
  if (found <= journalVersion) return;
  throw new Failure(
    "journal/newer",
    { found, known: journalVersion },
    {
      found: `The journal has version ${found}; this Attest knows versions up to ${journalVersion}.`,
      why: "Writing to it could break what the newer version keeps in it, so it was left as it is.",
      help: "Use the newer Attest, or another data folder (ATTEST_HOME).",
    },
  );
}

function createTables(database: DatabaseSync): void {
  database.exec("BEGIN IMMEDIATE");
  // Another process may have made them while this one waited for the lock.
  if (pragma(database, "user_version") === 0) {
    database.exec(tables);
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${journalVersion}`);
  }
  database.exec("COMMIT");
}
