import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { journalChain } from "./chain.ts";
import { numberIn, textIn } from "./column-values.ts";
import { eraseEntries, noteErasure, placesWith } from "./erase.ts";
import { readErasures } from "./erasures.ts";
import type { JournalKeys } from "./journal-keys.ts";
import { createAppenders, inTransaction } from "./transaction.ts";
import type { Eraser, ErasureReport, Expiry } from "./writer-task.ts";

/** What a run keeps beyond its time: what was asked and approved, how it ended, and what was said of it. */
const erased = "kind NOT IN ('run-begun', 'run-ended', 'resumed', 'run-of', 'plan-begun', 'plan-ended', 'mark')";

const facts = z.object({ planner: z.string() });
const pinFacts = z.object({ pinned: z.boolean() });

/** Chains in one commit: a prune that is killed has erased some and noted these, and the others not. */
const chainsAtOnce = 20;

/** Whether a run is kept whatever its age. */
export function isPinned(database: DatabaseSync, run: string): boolean {
  const row = database
    .prepare("SELECT facts FROM entries WHERE kind = 'pin' AND subject = ? AND chain = ? ORDER BY number DESC LIMIT 1")
    .get(run, journalChain);
  return row !== undefined && pinFacts.parse(JSON.parse(textIn(row, "facts"))).pinned;
}

function expiredChains(database: DatabaseSync, expiry: Expiry): readonly string[] {
  const erasures = readErasures(database);
  return database
    .prepare(
      "SELECT chain, at, facts FROM entries WHERE number = 0 AND kind IN ('run-begun', 'plan-begun') ORDER BY id",
    )
    .all()
    .filter((row) => {
      const { planner } = facts.parse(JSON.parse(textIn(row, "facts")));
      return textIn(row, "at") < (planner === "report" ? expiry.reports : expiry.others);
    })
    .map((row) => textIn(row, "chain"))
    .filter((chain) => !erasures.reasonsFor(chain).includes("retention") && !isPinned(database, chain));
}

/**
 * Erases responses, rows, evidence, notes and model requests of runs and plannings whose time is over, the oldest first. What
 * was asked and approved, how it ended and all counts stay. Gives the freed room back to the disk.
 */
export function prune(database: DatabaseSync, keys: JournalKeys, expiry: Expiry, eraser: Eraser): ErasureReport {
  const chains = expiredChains(database, expiry);
  const head = database.prepare("SELECT max(number) AS number FROM entries WHERE chain = ?");
  const noRows = database.prepare(
    "DELETE FROM bodies WHERE entry IN (SELECT id FROM entries WHERE chain = ? AND kind = 'run-ended')",
  );
  let entries = 0;
  for (let at = 0; at < chains.length; at += chainsAtOnce) {
    const some = chains.slice(at, at + chainsAtOnce);
    entries += inTransaction(database, () => {
      const places = some.flatMap((chain) => placesWith(database, `chain = ? AND ${erased}`, chain));
      eraseEntries(database, places);
      const rows = some.reduce((sum, chain) => sum + Number(noRows.run(chain).changes), 0);
      const upTo = Object.fromEntries(some.map((chain) => [chain, numberIn(head.get(chain) ?? {}, "number")]));
      noteErasure(createAppenders(database, keys)(), { why: "retention", upTo, entries: {} }, eraser);
      return places.length + rows;
    });
  }
  database.exec("PRAGMA incremental_vacuum");
  const busy = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()?.["busy"];
  return { entries, chains: chains.length, lingering: busy !== 0 };
}
