import type { DatabaseSync } from "node:sqlite";
import { chainStart, hashEntry } from "../../../audit/entries/chain.ts";
import { numberIn } from "../../../audit/entries/column-values.ts";
import { chainedEntryIn, detailColumns } from "../../../audit/entries/sealed-detail.ts";

/** Makes a chain fit again after it was changed: renumbers it, and works out every hash anew. */
function linkAgain(database: DatabaseSync, chain: string): void {
  const rows = database.prepare(`SELECT id, ${detailColumns} FROM entries WHERE chain = ? ORDER BY number`).all(chain);
  const update = database.prepare("UPDATE entries SET number = ?, hash = ? WHERE id = ?");
  let previous = chainStart;
  for (const [number, row] of rows.entries()) {
    previous = hashEntry(previous, { ...chainedEntryIn(row), number });
    update.run(number, previous, numberIn(row, "id"));
  }
}

/** Has the journal chain vouch for what the chain is now. */
function vouchAgain(database: DatabaseSync, chain: string): void {
  const heads = database.prepare("SELECT id, facts FROM entries WHERE kind = 'head' AND subject = ?").all(chain);
  const hashAt = database.prepare("SELECT hash FROM entries WHERE chain = ? AND number = ?");
  for (const { id, facts } of heads) {
    const { number } = JSON.parse(String(facts)) as { readonly number: number };
    const found = hashAt.get(chain, number);
    if (found === undefined || id === undefined) continue;
    const again = JSON.stringify({ number, hash: found["hash"] });
    database.prepare("UPDATE entries SET facts = ? WHERE id = ?").run(again, id);
  }
}

/** What a forger without the key can do after a change: everything that is public fits again, in that chain and in the journal's. */
export function linkAll(database: DatabaseSync, chain: string): void {
  linkAgain(database, chain);
  vouchAgain(database, chain);
  linkAgain(database, "journal");
}
