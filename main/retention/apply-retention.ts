import { setTimeout as pause } from "node:timers/promises";
import type { Journal } from "../../audit/journal.ts";
import { dayMs } from "../../terms/day-ms.ts";
import { isFailure } from "../../terms/failure.ts";
import type { House } from "../house.ts";
import { operatorName } from "../operator.ts";
import { expiryAt } from "./expiry-at.ts";

const everyMs = dayMs;
/** The longest that a read of the run waits for its place in the journal. */
const sliceMs = 50;
/** A run has the journal for itself most of the time. */
const pauseMs = 200;
/** Five seconds of work in some 25: what is left after that is for the next run. */
const mostSlices = 100;

/** Journals that are being pruned beside a run of this process: the next run has nothing to begin. */
const underWay = new WeakSet<Journal>();

/** True where something can be out of its time and nobody has looked since yesterday, or not to the end. */
function isDue(journal: Journal, house: House, nowMs: number): boolean {
  if (underWay.has(journal)) return false;
  const { reports, others } = expiryAt(house.settings, nowMs);
  const beginning = journal.retention.findBeginning();
  if (beginning === undefined || (beginning >= reports && beginning >= others)) return false;
  const last = journal.retention.findLast();
  return last === undefined || last.isCut || nowMs - Date.parse(last.at) >= everyMs;
}

async function pruneInSlices(journal: Journal, house: House): Promise<void> {
  const expiry = expiryAt(house.settings, Date.now());
  const sum = { entries: 0, chains: 0, isCut: true };
  for (let slice = 0; slice < mostSlices && sum.isCut; slice += 1) {
    if (slice > 0) await pause(pauseMs, undefined, { ref: false });
    const { entries, chains, isCut } = await journal.erasures.prune(expiry, operatorName(), sliceMs);
    sum.entries += entries;
    sum.chains += chains;
    sum.isCut = isCut;
  }
  await journal.retention.save(sum);
}

async function pruneWhenDue(house: House): Promise<void> {
  const journal = house.journal();
  if (!isDue(journal, house, Date.now())) return;
  underWay.add(journal);
  try {
    await pruneInSlices(journal, house);
  } finally {
    underWay.delete(journal);
  }
}

/**
 * Begins to erase what is out of its time, once a day, beside a run: in slices, between which what the run keeps is written.
 * Contract: never throws. Where the journal is closed before the end, or cannot be written, the next run goes on with it.
 */
export function applyRetention(house: House): void {
  void pruneWhenDue(house).catch((error: unknown) => {
    // The run says by itself that the journal cannot be written, and doctor what is still out of its time.
    if (!isFailure(error)) throw error;
  });
}
