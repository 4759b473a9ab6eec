import type { DatabaseSync } from "node:sqlite";
import type { BrokenEntry } from "./verify-chains.ts";

/** Everything that the tables of a journal are made of. */
const known: ReadonlySet<string> = new Set([
  "table about",
  "table entries",
  "table bodies",
  "index entries_by_place",
  "index entries_by_subject",
  "index entries_first",
]);

/** Something that is wrong with the file as a whole. */
export const wholeFile = (reason: string): BrokenEntry => ({ chain: "", number: -1, reason });

/** What stands in the file beside the journal's tables: a trigger or a view could change what is written to it or read from it. */
export function checkObjects(database: DatabaseSync): readonly BrokenEntry[] {
  return database
    .prepare("SELECT type || ' ' || name AS object FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    .all()
    .map(({ object }) => String(object))
    .filter((object) => !known.has(object))
    .map((object) => wholeFile(`the file has the ${object}, which Attest did not make`));
}

/** What SQLite itself has against the file: pages that cannot be read, an index that does not fit its table. */
export function checkPages(database: DatabaseSync): readonly BrokenEntry[] {
  const found = database.prepare("PRAGMA integrity_check(1)").get()?.["integrity_check"];
  return found === "ok" ? [] : [wholeFile(`the file is damaged: ${String(found)}`)];
}
