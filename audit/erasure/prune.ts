import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { journalChain } from "../entries/chain.ts";
import { numberIn, textIn } from "../entries/column-values.ts";
import { eraseEntries, noteErasure, placesWith } from "./erase.ts";
import type { JournalKeys } from "../entries/journal-keys.ts";
import { createAppenders, inTransaction } from "../database/transaction.ts";
import type { ErasureReport, Expiry, ErasureTask } from "./erasure-task.ts";

/** What a run keeps beyond its time: what was asked and approved, how it ended, and what was said of it. */
const erased = "kind NOT IN ('run-begun', 'run-ended', 'resumed', 'run-of', 'plan-begun', 'plan-ended', 'mark')";

const pinFacts = z.object({ pinned: z.boolean() });
const importFacts = z.object({ chains: z.array(z.string()).default([]) });

/** Chains in one commit: a prune that is killed has erased some and noted these, and the others not. */
const chainsAtOnce = 20;
/** Pages of the file that are given back at once where time is short. */
const pagesAtOnce = 1_000;

/** Says of a run whether it is kept whatever its age. */
function createPinCheck(database: DatabaseSync): (run: string) => boolean {
  const last = database.prepare(
    "SELECT facts FROM entries WHERE kind = 'pin' AND subject = ? AND chain = ? ORDER BY number DESC LIMIT 1",
  );
  return (run) => {
    const row = last.get(run, journalChain);
    return row !== undefined && pinFacts.parse(JSON.parse(textIn(row, "facts"))).pinned;
  };
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

/** Chains that were pruned before. */
function readPruned(database: DatabaseSync): ReadonlySet<string> {
  const rows = database
    .prepare(
      `SELECT pruned.key AS chain FROM entries, json_each(facts, '$.upTo') AS pruned
       WHERE kind = 'erased' AND subject = 'retention' AND chain = ?`,
    )
    .all(journalChain);
  return new Set(rows.map((row) => textIn(row, "chain")));
}

/** Runs and plannings whose time is over and that have not been pruned, pinned ones left out, the oldest first. */
export function listExpired(database: DatabaseSync, expiry: Expiry): readonly string[] {
  const pruned = readPruned(database);
  const arrivals = readArrivals(database);
  const isPinned = createPinCheck(database);
  const latest = expiry.reports > expiry.others ? expiry.reports : expiry.others;
  return database
    .prepare(
      `SELECT chain, at, json_extract(facts, '$.planner') AS planner FROM entries
       WHERE number = 0 AND kind IN ('run-begun', 'plan-begun') AND at < ? ORDER BY id`,
    )
    .all(latest)
    .filter((row) => {
      const chain = textIn(row, "chain");
      const since = arrivals.get(chain) ?? textIn(row, "at");
      const until = textIn(row, "planner") === "report" ? expiry.reports : expiry.others;
      return since < until && !pruned.has(chain);
    })
    .map((row) => textIn(row, "chain"))
    .filter((chain) => !isPinned(chain));
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

/** Work on what is out of its time, and how long it may take. */
type PruneTask = Omit<Extract<ErasureTask, { kind: "prune" }>, "kind">;

/** Erases a run or planning but for what stays, and gives how many entries lost a text; inside a transaction of the caller's. */
function createChainEraser(database: DatabaseSync): (chain: string) => number {
  const noRows = database.prepare(
    "DELETE FROM bodies WHERE entry IN (SELECT id FROM entries WHERE chain = ? AND kind = 'run-ended')",
  );
  return (chain) => {
    const places = placesWith(database, `chain = ? AND ${erased}`, chain);
    eraseEntries(database, places);
    return places.length + Number(noRows.run(chain).changes);
  };
}

/**
 * Erases responses, rows, evidence, notes and model requests of runs and plannings whose time is over, the oldest first. What
 * was asked and approved, how it ended and all counts stay. Gives the freed room back to the disk. With `forMs` it does a part
 * of that, and says so: a run or a few pages are the least. What is left is remembered for a next part of the same task.
 */
export function createPruner(database: DatabaseSync, keys: JournalKeys): (task: PruneTask) => ErasureReport {
  const head = database.prepare("SELECT max(number) AS number FROM entries WHERE chain = ?");
  const erase = createChainEraser(database);
  const appenders = createAppenders(database, keys);
  const isPinned = createPinCheck(database);
  let left: { readonly expiry: Expiry; readonly chains: readonly string[] } | undefined;

  function eraseTogether(
    chains: readonly string[],
    until: number,
    { eraser }: PruneTask,
  ): [chains: number, entries: number] {
    const upTo: Record<string, number> = {};
    let [count, entries] = [0, 0];
    for (const chain of chains.slice(0, chainsAtOnce)) {
      if (count > 0 && Date.now() >= until) break;
      count += 1;
      if (isPinned(chain)) continue;
      entries += erase(chain);
      upTo[chain] = numberIn(head.get(chain) ?? {}, "number");
    }
    if (Object.keys(upTo).length > 0) noteErasure(appenders(), { why: "retention", upTo, entries: {} }, eraser);
    return [count, entries];
  }

  return (task) => {
    const { expiry, forMs } = task;
    const isSame = left?.expiry.reports === expiry.reports && left.expiry.others === expiry.others;
    let chains = isSame && left !== undefined ? left.chains : listExpired(database, expiry);
    const [until, all] = [Date.now() + (forMs ?? Number.POSITIVE_INFINITY), chains.length];
    let entries = 0;
    do {
      const [some, lost] = inTransaction(database, () => eraseTogether(chains, until, task));
      chains = chains.slice(some);
      entries += lost;
    } while (chains.length > 0 && Date.now() < until);
    left = { expiry, chains };
    const room = forMs === undefined ? giveBack(database) : giveSomeBack(database);
    const isCut = chains.length > 0 || room.isCut;
    if (!isCut) left = undefined;
    return { entries, chains: all - chains.length, lingering: room.lingering, isCut };
  };
}
