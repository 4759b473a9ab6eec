import { statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { numberIn } from "../entries/column-values.ts";

/** What a journal takes of the disk. */
export interface JournalUsage {
  /** Bytes of its files. */
  readonly stored: number;
  /** Bytes of the bodies in it before they were compressed. */
  readonly received: number;
  readonly entries: number;
  readonly bodies: number;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Bytes of the files of the journal at `path`. */
export function storedBytes(path: string): number {
  return ["", "-wal"].reduce((sum, end) => sum + sizeOf(path + end), 0);
}

/** What the open journal at `path` takes of the disk. */
export function usageOf(database: DatabaseSync, path: string): JournalUsage {
  const bodies =
    database.prepare("SELECT count(*) AS bodies, coalesce(sum(bytes), 0) AS received FROM bodies").get() ?? {};
  const entries = database.prepare("SELECT count(*) AS entries FROM entries").get() ?? {};
  return {
    stored: storedBytes(path),
    received: numberIn(bodies, "received"),
    entries: numberIn(entries, "entries"),
    bodies: numberIn(bodies, "bodies"),
  };
}
