import type { DatabaseSync } from "node:sqlite";
import { journalChain } from "../entries/chain.ts";
import { numberIn, textIn } from "../entries/column-values.ts";
import type { Erasure } from "../entries/erasures.ts";
import type { Appender } from "../database/transaction.ts";
import { noDetail } from "../entries/write-order.ts";
import type { Eraser } from "./erasure-task.ts";

/** An entry whose texts are to be erased. */
export interface ErasedPlace {
  readonly id: number;
  readonly chain: string;
  readonly number: number;
}

/** Erases the texts of these entries; inside a transaction of the caller's. */
export function eraseEntries(database: DatabaseSync, places: readonly ErasedPlace[]): void {
  const noDetail = database.prepare("UPDATE entries SET detail = NULL WHERE id = ?");
  const noBody = database.prepare("DELETE FROM bodies WHERE entry = ?");
  for (const { id } of places) {
    noDetail.run(id);
    noBody.run(id);
  }
}

/**
 * Writes into the journal chain what was erased, so that a verification tells it from what was taken away; and the ends of its
 * chains, since what has lost its texts shows no longer by itself that it was written with the key.
 */
export function noteErasure(appender: Appender, erasure: Erasure, { by, at }: Eraser): void {
  for (const chain of Object.keys({ ...erasure.upTo, ...erasure.entries }))
    if (chain !== journalChain) appender.tie(chain, at);
  const facts = JSON.stringify({ ...erasure, by });
  const entry = { chain: journalChain, kind: "erased", subject: erasure.why, at, facts };
  appender.append({ ...entry, detail: noDetail, body: undefined, tied: false });
}

/** Single entries by their chain, as an erasure lists them. */
export function byChain(places: readonly ErasedPlace[]): Readonly<Record<string, readonly number[]>> {
  const chains = new Map<string, number[]>();
  for (const { chain, number } of places) chains.set(chain, [...(chains.get(chain) ?? []), number]);
  return Object.fromEntries(chains);
}

/** Entries that hold a text, by what is asked of them. */
export function placesWith(
  database: DatabaseSync,
  condition: string,
  ...values: readonly string[]
): readonly ErasedPlace[] {
  return database
    .prepare(
      `SELECT entries.id, chain, number FROM entries LEFT JOIN bodies ON bodies.entry = entries.id
       WHERE (detail IS NOT NULL OR bodies.entry IS NOT NULL) AND ${condition}`,
    )
    .all(...values)
    .map((row) => ({ id: numberIn(row, "id"), chain: textIn(row, "chain"), number: numberIn(row, "number") }));
}

/**
 * Leaves no old copy of what was erased in the file: all of it is written anew, and the log beside it cut off. True where that
 * could not be done to the end, since another process is reading. Outside any transaction.
 */
export function leaveNoCopies(database: DatabaseSync): boolean {
  database.exec("PRAGMA auto_vacuum = INCREMENTAL; VACUUM");
  return database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()?.["busy"] !== 0;
}
