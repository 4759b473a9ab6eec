import type { Mark } from "../../terms/mark.ts";
import type { RecordedRead } from "../../terms/recording.ts";
import type { EntryReader } from "../entries/entries.ts";
import { saveMark } from "../runs/marks.ts";
import { accountOfRun, listReads, type RunAccount } from "../runs/run-account.ts";
import type { RunOfReport } from "../runs/run-details.ts";
import { listHeadlines, type RunHeadline } from "../runs/run-headlines.ts";
import { createRunJournal, writeRunOf } from "../runs/run-journal.ts";
import {
  getRun,
  getRunName,
  type KeptReportRun,
  type KeptRun,
  listRuns,
  listRunsOfReport,
  searchRuns,
} from "../runs/runs.ts";
import type { Writing } from "../writing/writing.ts";

/**
 * Runs that were begun, and what is said of them afterwards. A name is a run's own, a unique beginning or end of it, or `last`;
 * all that take one throw `journal/not-found`.
 */
export interface RunBook {
  readonly get: (name: string) => KeptRun;
  /** A run with its approved operations beside what was executed. */
  readonly show: (name: string) => RunAccount;
  /** The newest first; 50 unless told otherwise. */
  readonly list: (options?: { readonly limit?: number }) => readonly KeptRun[];
  /** The newest by what stays known of them, forgotten ones too; 50 unless told otherwise. */
  readonly listHeadlines: (options?: { readonly limit?: number }) => readonly RunHeadline[];
  /** The newest runs of a report first. */
  readonly listOfReport: (report: string, options: { readonly limit: number }) => readonly KeptReportRun[];
  /** The newest first whose question, title, reading, parameters, operations, org or operator have all of the words. */
  readonly search: (words: readonly string[], limit: number) => readonly KeptRun[];
  /** The reads of a run in the order in which they were kept. */
  readonly listReads: (name: string) => IterableIterator<RecordedRead>;
  /** The newest thing that was attached to a run under that kind, as JSON text. */
  readonly findAttachment: (name: string, kind: string) => string | undefined;
  /** Adds something to a run that has ended, such as evidence made later. */
  readonly attach: (name: string, kind: string, detail: object) => Promise<void>;
  /** Counts a run that has ended among those of a report that was saved from it. */
  readonly countAsRunOf: (name: string, report: RunOfReport) => Promise<void>;
  /** Keeps what an operator says of a run's answer; gives the run's name. */
  readonly mark: (name: string, mark: Mark) => Promise<string>;
}

const usualLimit = 50;

/** The runs of an open journal, each a chain of its own. */
export function createRunBook(writing: Writing, entries: EntryReader): RunBook {
  const nameOf = (name: string): string => getRun(entries, name).run;
  return {
    get: (name) => getRun(entries, name),
    show: (name) => accountOfRun(entries, name),
    list: ({ limit = usualLimit } = {}) => listRuns(entries, limit),
    listHeadlines: ({ limit = usualLimit } = {}) => listHeadlines(entries, limit),
    listOfReport: (report, { limit }) => listRunsOfReport(entries, report, limit),
    search: (words, limit) => searchRuns(entries, words, limit),
    listReads: (name) => listReads(entries, nameOf(name)),
    findAttachment: (name, kind) => entries.findInChain(nameOf(name), kind, "")?.detail ?? undefined,
    attach: async (name, kind, detail) => createRunJournal(writing, nameOf(name)).attach(kind, detail),
    countAsRunOf: async (name, report) => writeRunOf(writing, nameOf(name), report),
    mark: async (name, mark) => {
      const run = getRunName(entries, name);
      await saveMark(writing, run, mark);
      return run;
    },
  };
}
