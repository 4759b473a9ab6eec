import type { ErasureReport } from "../audit/erasure/erasure-task.ts";
import type { JournalUsage } from "../audit/tallies/journal-usage.ts";
import type { House } from "./house.ts";
import { operatorName } from "./operator.ts";
import { expiryAt } from "./retention/expiry-at.ts";

/** Erases a run: its question, snippet, requests, responses and rows. Throws `journal/not-found`. */
export async function forgetRun(house: House, run: string): Promise<ErasureReport> {
  return house.journal().erasures.forgetRun(run, operatorName());
}

/** What a prune came to, and what the journal takes of the disk now. */
export interface PruneReport extends ErasureReport {
  readonly usage: JournalUsage;
}

/** Erases the responses of runs whose time is over, as the settings say. */
export async function pruneJournal(house: House): Promise<PruneReport> {
  const report = await house.journal().erasures.prune(expiryAt(house.settings, Date.now()), operatorName());
  return { ...report, usage: house.journal().usage() };
}

/** Keeps a run whatever its age, or no longer; gives its name. Throws `journal/not-found`. */
export function pinRun(house: House, run: string, pinned: boolean): Promise<string> {
  return house.journal().erasures.pin(run, pinned, operatorName());
}
