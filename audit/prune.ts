import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { journalChain } from "./chain.ts";
import { numberIn, textIn } from "./column-values.ts";
import { eraseEntries, noteErasure, placesWith } from "./erase.ts";
import { readErasures } from "./erasures.ts";
import type { JournalKeys } from "./journal-keys.ts";
import { createAppenders, inTransaction } from "./transaction.ts";
import type { ErasureReport, Expiry, WriterTask } from "./writer-task.ts";

/** What a run keeps beyond its time: what was asked and approved, how it ended, and what was said of it. */
const erased = "kind NOT IN ('run-begun', 'run-ended', 'resumed', 'run-of', 'plan-begun', 'plan-ended', 'mark')";

const facts = z.object({ planner: z.string() });
const pinFacts = z.object({ pinned: z.boolean() });
const importFacts = z.object({ chains: z.array(z.string()).default([]) });

/** Chains in one commit: a prune that is killed has erased some and noted these, and the others not. */
const chainsAtOnce = 20;
/** Pages of the file that are given back at once where time is short. */
const pagesAtOnce = 1_000;

/** Whether a run is kept whatever its age. */
export function isPinned(database: DatabaseSync, run: string): boolean {
  const row = database
    .prepare("SELECT facts FROM entries WHERE kind = 'pin' AND subject = ? AND chain = ? ORDER BY number DESC LIMIT 1")
    .get(run, journalChain);
  return row !== undefined && pinFacts.parse(JSON.parse(textIn(row, "facts"))).pinned;
}

/** When chains out of files came here, ISO 8601: their time counts from then. */
function readArrivals(database: DatabaseSync): ReadonlyMap<string, string> {
  return new Map(
    database
      .prepare("SELECT subject, at, facts FROM entries WHERE kind = 'imported' AND chain = ?")
      .all(journalChain)
      .flatMap((row) => {
        const { chains } = importFacts.parse(JSON.parse(textIn(row, "facts")));
        return [textIn(row, "subject"), ...chains].map((chain) => [chain, textIn(row, "at")] as const);
      }),
  );
}

/** Runs and plannings whose time is over and that have not been pruned, the oldest first. */
export function listExpired(database: DatabaseSync, expiry: Expiry): readonly string[] {
  const erasures = readErasures(database);
  const arrivals = readArrivals(database);
  const latest = expiry.reports > expiry.others ? expiry.reports : expiry.others;
  return database
    .prepare(
      "SELECT chain, at, facts FROM entries WHERE number = 0 AND kind IN ('run-begun', 'plan-begun') AND at < ? ORDER BY id",
    )
    .all(latest)
    .filter((row) => {
      const chain = textIn(row, "chain");
      if (erasures.reasonsFor(chain).includes("retention")) return false;
      const { planner } = facts.parse(JSON.parse(textIn(row, "facts")));
      const since = arrivals.get(chain) ?? textIn(row, "at");
      return since < (planner === "report" ? expiry.reports : expiry.others) && !isPinned(database, chain);
    })
    .map((row) => textIn(row, "chain"));
}

function pragma(database: DatabaseSync, name: string): number {
  return numberIn(database.prepare(`PRAGMA ${name}`).get() ?? {}, name);
}

/** Gives all room back that was freed, and leaves no old page in the log beside the file. True where another process kept it from that. */
function giveBack(database: DatabaseSync): Pick<ErasureReport, "lingering" | "isCut"> {
  database.exec("PRAGMA incremental_vacuum");
  const busy = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()?.["busy"];
  return { lingering: busy !== 0, isCut: false };
}

/** The same for a few pages, and without waiting for other processes. */
function giveSomeBack(database: DatabaseSync): Pick<ErasureReport, "lingering" | "isCut"> {
  const before = pragma(database, "freelist_count");
  database.exec(`PRAGMA incremental_vacuum(${pagesAtOnce})`);
  const after = pragma(database, "freelist_count");
  const { log, checkpointed } = database.prepare("PRAGMA wal_checkpoint(PASSIVE)").get() ?? {};
  return { lingering: log !== checkpointed, isCut: after > 0 && after < before };
}

/**
 * Erases responses, rows, evidence, notes and model requests of runs and plannings whose time is over, the oldest first. What
 * was asked and approved, how it ended and all counts stay. Gives the freed room back to the disk. With `forMs` it does a part
 * of that, and says so: a run or a few pages are the least.
 */
export function prune(
  database: DatabaseSync,
  keys: JournalKeys,
  { expiry, eraser, forMs }: Omit<Extract<WriterTask, { kind: "prune" }>, "kind">,
): ErasureReport {
  const until = Date.now() + (forMs ?? Number.POSITIVE_INFINITY);
  const chains = listExpired(database, expiry);
  const head = database.prepare("SELECT max(number) AS number FROM entries WHERE chain = ?");
  const noRows = database.prepare(
    "DELETE FROM bodies WHERE entry IN (SELECT id FROM entries WHERE chain = ? AND kind = 'run-ended')",
  );
  const atOnce = forMs === undefined ? chainsAtOnce : 1;
  let [entries, at] = [0, 0];
  while (at < chains.length && (at === 0 || Date.now() < until)) {
    const some = chains.slice(at, at + atOnce);
    entries += inTransaction(database, () => {
      const places = some.flatMap((chain) => placesWith(database, `chain = ? AND ${erased}`, chain));
      eraseEntries(database, places);
      const rows = some.reduce((sum, chain) => sum + Number(noRows.run(chain).changes), 0);
      const upTo = Object.fromEntries(some.map((chain) => [chain, numberIn(head.get(chain) ?? {}, "number")]));
      noteErasure(createAppenders(database, keys)(), { why: "retention", upTo, entries: {} }, eraser);
      return places.length + rows;
    });
    at += some.length;
  }
  const isLeft = at < chains.length;
  const room = forMs === undefined ? giveBack(database) : giveSomeBack(database);
  return { entries, chains: at, lingering: room.lingering, isCut: isLeft || room.isCut };
}
