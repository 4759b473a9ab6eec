import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { readAbout } from "./schema.ts";

/** The name of the journal in a data folder, under which its key is kept; undefined where there is none, or none that has a name. */
export function findJournalName(folder: string): string | undefined {
  const path = join(folder, "journal.db");
  if (!existsSync(path)) return undefined;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    return readAbout(database, "journal");
  } catch {
    // Opening it says what is wrong with it.
    return undefined;
  } finally {
    database?.close();
  }
}
