import { closeSync, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Failure } from "../../terms/failure.ts";
import type { JournalKeys } from "../entries/journal-keys.ts";
import type { KeyRing } from "../entries/key-ring.ts";
import { makePrivateFolder } from "./private-folder.ts";
import { prepareTables } from "./schema.ts";
import { unwritable } from "../entries/unwritable.ts";

/** How long a write waits for another process's write, in milliseconds. */
const busyTimeoutMs = 15_000;

/** A journal file that is open, its keys and its path. */
export interface OpenDatabase {
  readonly keys: JournalKeys;
  readonly database: DatabaseSync;
  readonly path: string;
}

function prepareFile(folder: string, path: string): void {
  makePrivateFolder(folder);
  // SQLite gives its side files the rights of the main file, so these are set before it is first opened.
  if (!existsSync(path)) closeSync(openSync(path, "a", 0o600));
}

// FULL: a commit is on the disk before it is acknowledged, in WAL mode too. What is erased is overwritten with zeros.
const settings =
  "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; PRAGMA secure_delete = ON";

function openFile(path: string, ring: KeyRing): OpenDatabase {
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
  try {
    // Of use before the first page alone: room that is given back leaves the file without rewriting all of it.
    const pages = database.prepare("PRAGMA page_count").get()?.["page_count"];
    if (pages === 0) database.exec("PRAGMA auto_vacuum = INCREMENTAL");
    database.exec(settings);
    const keys = prepareTables(database, { path, ring });
    // From here on only the writer's connection changes the file.
    database.exec("PRAGMA query_only = ON");
    return { database, keys, path };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The connection that writes, to a journal that `openDatabase` has opened; the file grows to `mostBytes` at the most. */
export function openToWrite(path: string, mostBytes?: number): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
  database.exec(settings);
  if (mostBytes !== undefined) {
    const page = Number(database.prepare("PRAGMA page_size").get()?.["page_size"]);
    database.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(mostBytes / page))}`);
  }
  return database;
}

/**
 * Opens `journal.db` for reading, in a folder that only its owner can read, and makes both where they are missing and `createIfMissing` allows it.
 * Throws `journal/unwritable`, `journal/newer`, `journal/wrong-key`, or `journal/not-found`.
 */
export function openDatabase(folder: string, createIfMissing: boolean, ring: KeyRing): OpenDatabase {
  const path = join(folder, "journal.db");
  if (!createIfMissing && !existsSync(path)) throw noJournal(path);
  try {
    prepareFile(folder, path);
    return openFile(path, ring);
  } catch (error) {
    throw unwritable(error, path);
  }
}

function noJournal(path: string): Failure<"journal/not-found"> {
  return new Failure(
    "journal/not-found",
    { what: "journal", name: path },
    {
      found: `There is no journal at ${path}.`,
      why: "Nothing was asked with this data folder yet, or ATTEST_HOME names another one.",
      help: "Ask something first, or set ATTEST_HOME to the folder of the journal you mean.",
    },
  );
}
