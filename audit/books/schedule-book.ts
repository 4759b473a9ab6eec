import { z } from "zod";
import { journalChain } from "../entries/chain.ts";
import type { EntryReader } from "../entries/entries.ts";
import { type Writing, writeEntry } from "../writing/writing.ts";

/** That a schedule was added, taken away, paused or set going again. */
export interface ScheduleChange {
  readonly name: string;
  readonly change: "added" | "removed" | "paused" | "resumed";
  readonly operator: string;
  /** The schedule as it is from then on; null where it was taken away. */
  readonly schedule: object | null;
}

/** What became of a schedule at one time at which it was due. */
export interface DueRun {
  readonly schedule: string;
  readonly report: string;
  /** ISO 8601. */
  readonly due: string;
  /** An outcome of the run, or why there is none. */
  readonly outcome: string;
  readonly run: string | null;
  /** Of a pack: the runs of its reports that gave an answer. */
  readonly runs?: readonly string[] | undefined;
  /** Times before this one at which nobody was there. */
  readonly missed: number;
  /** That it was begun later than it was due, because nobody was there. */
  readonly late: boolean;
  /** That the answer is what the schedule's condition is about. */
  readonly alert: boolean;
  /** Failure code where there is no run to look it up in. */
  readonly failure?: string | undefined;
  /** Deliveries that arrived, and that did not in the end. */
  readonly delivered: number;
  readonly undelivered: number;
  /** Why nothing was to be delivered, where the schedule says so. */
  readonly held?: string | undefined;
}

/** What became of a schedule, with the time at which that was kept, ISO 8601. */
export interface KeptDueRun extends DueRun {
  readonly at: string;
}

const dueShape: z.ZodType<DueRun> = z.object({
  schedule: z.string(),
  report: z.string(),
  due: z.string(),
  outcome: z.string(),
  run: z.string().nullable(),
  runs: z.array(z.string()).optional(),
  missed: z.number(),
  late: z.boolean(),
  alert: z.boolean(),
  failure: z.string().optional(),
  delivered: z.number(),
  undelivered: z.number(),
  held: z.string().optional(),
});

/** What became of schedules. */
export interface ScheduleBook {
  /** Keeps that a schedule was added, taken away, paused or set going again. */
  readonly saveChange: (change: ScheduleChange) => Promise<void>;
  /** Keeps what became of a schedule at one time at which it was due. */
  readonly saveDue: (due: DueRun) => Promise<void>;
  /** What became of a schedule, the newest first. */
  readonly listDue: (schedule: string, options: { readonly limit: number }) => readonly KeptDueRun[];
}

/** The schedules of an open journal, in its own chain. */
export function createScheduleBook(writing: Writing, entries: EntryReader): ScheduleBook {
  return {
    saveChange: async (change) => {
      const facts = { change: change.change, operator: change.operator };
      await writeEntry(writing, { chain: journalChain, kind: "schedule", subject: change.name, detail: change, facts });
    },
    // All of it are facts: nothing of it is a person's.
    saveDue: async (due) => {
      await writeEntry(writing, { chain: journalChain, kind: "due", subject: due.schedule, detail: {}, facts: due });
    },
    listDue: (schedule, { limit }) =>
      entries
        .listBySubject("due", schedule, limit)
        .map(({ at, facts }) => ({ ...dueShape.parse(JSON.parse(facts)), at })),
  };
}
