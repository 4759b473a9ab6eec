import type { EntryReader, JournalEntry } from "../entries/entries.ts";
import { findMark, type KeptMark } from "./marks.ts";
import { searchChains } from "./search-runs.ts";
import { forgotten, noSuch, severalSuch } from "../entries/not-found.ts";
import {
  type KeptEnding,
  parseBeginning,
  parseEnding,
  parseForgottenEnding,
  parseRunOfReport,
  type RunBeginning,
  type RunOfReport,
} from "./run-details.ts";

/** One run as the journal knows it. */
export interface KeptRun {
  readonly run: string;
  /** ISO 8601. */
  readonly begunAt: string;
  readonly endedAt: string | undefined;
  readonly beginning: RunBeginning;
  /** Hash of the kept text of the org's attributes that the snippet was checked against. */
  readonly schemaHash: string | undefined;
  /** When it came here out of a file, ISO 8601; undefined for a run of this data folder. Its approval was given elsewhere. */
  readonly importedAt: string | undefined;
  /** Undefined while it goes on, or when it was killed: then it can be resumed. */
  readonly ending: KeptEnding | undefined;
  /** What an operator said of it last; undefined where nobody did. */
  readonly mark: KeptMark | undefined;
}

/** A run from its first entry; undefined where that was forgotten. */
export function toRun(entries: EntryReader, first: JournalEntry): KeptRun | undefined {
  if (first.detail === null) return undefined;
  const last = findEnding(entries, first.chain);
  return {
    run: first.chain,
    begunAt: first.at,
    endedAt: last?.at,
    beginning: parseBeginning(first.detail),
    schemaHash: first.bodyHash ?? undefined,
    importedAt: entries.listBySubject("imported", first.chain)[0]?.at,
    ending: last === undefined ? undefined : endingOf(last),
    mark: findMark(entries, first.chain),
  };
}

function endingOf({ detail, facts, subject, bodyHash }: JournalEntry): KeptEnding {
  return detail === null ? parseForgottenEnding(facts, subject) : parseEnding(detail, bodyHash);
}

const outcomes = ["answered", "empty", "declined", "failed", "stopped"] as const;

/** The entry that ended a run; undefined where it was resumed since, or never ended. */
export function findEnding(entries: EntryReader, run: string): JournalEntry | undefined {
  const endings = outcomes.flatMap((outcome) => entries.findInChain(run, "run-ended", outcome) ?? []);
  const last = endings.toSorted((a, b) => b.number - a.number)[0];
  const resumed = entries.findInChain(run, "resumed", "");
  return last === undefined || (resumed !== undefined && resumed.number > last.number) ? undefined : last;
}

/** The newest runs first. */
export function listRuns(entries: EntryReader, limit: number): readonly KeptRun[] {
  return entries.listFirst("run-begun", limit).flatMap((first) => toRun(entries, first) ?? []);
}

/** The runs of the first entries of these chains. */
function runsOf(entries: EntryReader, chains: readonly string[]): readonly KeptRun[] {
  return chains.flatMap((chain) => {
    const first = entries.findAt(chain, 0);
    return first === undefined ? [] : (toRun(entries, first) ?? []);
  });
}

/** A run of a report. */
export interface KeptReportRun extends KeptRun {
  readonly report: RunOfReport;
}

/** The runs of a report, the newest first; those out of a file are no runs of a report of this data folder. */
export function listRunsOfReport(entries: EntryReader, report: string, limit: number): readonly KeptReportRun[] {
  return entries
    .listBySubject("run-of", report)
    .slice(0, limit)
    .flatMap(({ chain, detail }) => {
      const first = entries.findAt(chain, 0);
      const run = first === undefined ? undefined : toRun(entries, first);
      return run === undefined || run.importedAt !== undefined || detail === null
        ? []
        : [{ ...run, report: parseRunOfReport(detail) }];
    })
    .toSorted((a, b) => (a.begunAt < b.begunAt ? 1 : -1));
}

/** The newest runs first whose beginnings have all of the words. */
export function searchRuns(entries: EntryReader, words: readonly string[], limit: number): readonly KeptRun[] {
  return runsOf(entries, searchChains(entries, words, limit));
}

/**
 * The whole name of a run: of that name, with a unique beginning or end of it, or the newest for `last`. Forgotten runs are
 * found too. Throws `journal/not-found`.
 */
export function getRunName(entries: EntryReader, name: string): string {
  if (entries.findAt(name, 0)?.kind === "run-begun") return name;
  const chains =
    name === "last" ? entries.listFirst("run-begun", 1).map((entry) => entry.chain) : findChains(entries, name);
  const [only, second] = chains;
  if (second !== undefined) throw severalSuch("run", name, chains);
  if (only === undefined) throw noSuch("run", name);
  return only;
}

/** The run with that name, as `getRunName` finds it. Throws `journal/not-found`, also where it was forgotten. */
export function getRun(entries: EntryReader, name: string): KeptRun {
  const first = entries.findAt(getRunName(entries, name), 0);
  if (first === undefined) throw noSuch("run", name);
  const run = toRun(entries, first);
  if (run === undefined) throw forgotten(first.chain);
  return run;
}

function findChains(entries: EntryReader, name: string): readonly string[] {
  return name === "" ? [] : entries.listChains("run-begun", name);
}
