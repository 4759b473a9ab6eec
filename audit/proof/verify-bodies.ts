import type { DatabaseSync } from "node:sqlite";
import { bytesIn, numberIn, type StoredRow, textIn } from "../entries/column-values.ts";
import type { JournalKeys } from "../entries/journal-keys.ts";
import { openText } from "../entries/sealed-text.ts";
import type { BrokenEntry } from "./verify-chains.ts";

/** What a look at all bodies found. */
export interface BodiesCheck {
  readonly checked: number;
  readonly broken: readonly BrokenEntry[];
  /** Bodies that belong to no entry: of entries that were deleted, or put in. */
  readonly stray: number;
}

function faultOf(keys: JournalKeys, row: StoredRow): string | undefined {
  const content = bytesIn(row, "content");
  const opened = content === null ? "changed" : openText(keys, textIn(row, "hash"), content);
  if (opened === "changed") return "the body is not the one that was kept";
  return Buffer.byteLength(opened.text) === numberIn(row, "bytes") ? undefined : "the length of its body was changed";
}

/** Unpacks every body and hashes it again, in the order in which they were kept. */
export function checkBodies(database: DatabaseSync, keys: JournalKeys): BodiesCheck {
  const bodies = database.prepare(
    `SELECT bodies.hash, bytes, content, chain, number FROM bodies LEFT JOIN entries ON entries.id = bodies.entry
     ORDER BY bodies.entry`,
  );
  const broken: BrokenEntry[] = [];
  let [checked, stray] = [0, 0];
  for (const row of bodies.iterate()) {
    checked += 1;
    if (row["chain"] === null) {
      stray += 1;
      continue;
    }
    const reason = faultOf(keys, row);
    if (reason !== undefined) broken.push({ chain: textIn(row, "chain"), number: numberIn(row, "number"), reason });
  }
  return { checked, broken, stray };
}
