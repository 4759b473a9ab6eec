import type { EntryReader } from "../entries/entries.ts";
import { type GateTally, tallyForGates } from "./gate-tally.ts";
import { type JournalTally, tallyJournal } from "./journal-tally.ts";

/** What is counted of a journal. `since` is ISO 8601; the empty text for everything. */
export interface Tallies {
  /** What trips a gate. */
  forGates(since: string): GateTally;
  /** Everything that can be counted. */
  all(since: string): JournalTally;
}

/** The counts of an open journal. */
export function createTallies(entries: EntryReader): Tallies {
  return {
    forGates: (since) => tallyForGates(entries, since),
    all: (since) => tallyJournal(entries, since),
  };
}
