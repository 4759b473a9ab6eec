import type { DatabaseSync } from "node:sqlite";
import { numberIn, textIn } from "./column-values.ts";

/** An entry by what stays readable of it for ever: nothing is opened for it. */
export interface PublicEntry {
  readonly chain: string;
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  readonly subject: string;
  /** JSON text. */
  readonly facts: string;
}

/** The entries of one kind in any chain that were written since then, ISO 8601, the oldest first. */
export function createPublicEntries(database: DatabaseSync): (kind: string, since: string) => readonly PublicEntry[] {
  const select = database.prepare(
    "SELECT chain, number, at, subject, facts FROM entries WHERE kind = ? AND at >= ? ORDER BY id",
  );
  return (kind, since) =>
    select.all(kind, since).map((row) => ({
      chain: textIn(row, "chain"),
      number: numberIn(row, "number"),
      at: textIn(row, "at"),
      subject: textIn(row, "subject"),
      facts: textIn(row, "facts"),
    }));
}
