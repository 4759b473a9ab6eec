import type { DatabaseSync } from "node:sqlite";
import { bindingOf, chainStart, hashEntry, journalChain } from "../entries/chain.ts";
import { bytesIn, numberIn, textIn } from "../entries/column-values.ts";
import type { JournalKeys } from "../entries/journal-keys.ts";
import { chainedEntryIn, detailColumns } from "../entries/sealed-detail.ts";
import { openText, saltText, sealText } from "../entries/sealed-text.ts";
import { createAppenders } from "./transaction.ts";
import { noDetail } from "../entries/write-order.ts";

/**
 * Binds the details of a journal of version 2 to their entries; hashes and salts stay as they are. What does not follow from the
 * entry before it, or cannot be opened, is left as it was: a verification names it, and no other binding is given to it. Inside a
 * transaction of the caller's.
 */
export function migrateSecondVersion(database: DatabaseSync, keys: JournalKeys): void {
  const update = database.prepare("UPDATE entries SET detail = ? WHERE id = ?");
  const heads = new Map<string, string>();
  for (const row of database.prepare(`SELECT id, ${detailColumns} FROM entries ORDER BY id`).iterate()) {
    const entry = chainedEntryIn(row);
    const hash = hashEntry(heads.get(entry.chain) ?? chainStart, entry);
    if (hash !== textIn(row, "hash")) continue;
    heads.set(entry.chain, hash);
    const content = bytesIn(row, "detail");
    const opened = content === null ? "changed" : openText(keys, entry.detailHash ?? "", content);
    if (opened === "changed") continue;
    update.run(sealText(keys, saltText(opened.text, opened.salt), bindingOf(hash, entry)), numberIn(row, "id"));
  }
  const facts = JSON.stringify({ from: 2, head: heads.get(journalChain) ?? chainStart });
  const note = { chain: journalChain, kind: "migrated", subject: "", at: new Date().toISOString(), facts };
  createAppenders(database, keys)().append({ ...note, detail: noDetail, body: undefined, tied: false });
}
