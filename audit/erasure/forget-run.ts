import type { DatabaseSync } from "node:sqlite";
import { journalChain } from "../entries/chain.ts";
import { byChain, eraseEntries, leaveNoCopies, noteErasure, placesWith } from "./erase.ts";
import type { JournalKeys } from "../entries/journal-keys.ts";
import { planOfRun } from "../entries/plan-of-run.ts";
import { createAppenders, inTransaction } from "../database/transaction.ts";
import type { Eraser, ErasureReport } from "./erasure-task.ts";

/**
 * Erases every text of a run and of its planning, and the kept snippet where no other run had it. What stays is that it took
 * place: operations, counts, who approved, when.
 */
export function forgetRun(database: DatabaseSync, keys: JournalKeys, run: string, eraser: Eraser): ErasureReport {
  const done = inTransaction(database, () => {
    const places = [
      ...placesWith(database, "chain IN (?, ?)", run, planOfRun(database, keys, run) ?? run),
      ...placesWith(
        database,
        `chain = ? AND kind = 'snippet' AND subject = (SELECT subject FROM entries WHERE chain = ? AND number = 0)
         AND NOT EXISTS (SELECT 1 FROM entries AS other WHERE other.kind = 'run-begun'
           AND other.subject = entries.subject AND other.chain <> ? AND other.detail IS NOT NULL)`,
        journalChain,
        run,
        run,
      ),
    ];
    eraseEntries(database, places);
    const entries = byChain(places);
    noteErasure(createAppenders(database, keys)(), { why: "run-forgotten", upTo: {}, entries }, eraser);
    return { entries: places.length, chains: Object.keys(entries).length };
  });
  return { ...done, lingering: leaveNoCopies(database), isCut: false };
}
