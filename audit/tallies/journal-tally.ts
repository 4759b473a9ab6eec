import { z } from "zod";
import type { EntryReader } from "../entries/entries.ts";
import { createIsOurs } from "../entries/elsewhere.ts";
import type { PublicEntry } from "../entries/public-entries.ts";
import { tallyPlans } from "./gate-tally.ts";

/** Everything of a time that can be counted, from what stays readable of the journal for ever. Nothing of it is of runs out of files. */
export interface JournalTally {
  /** Questions that were planned, by planner. */
  readonly questions: Readonly<Record<string, number>>;
  /** Questions that go on from an earlier answer. */
  readonly followUps: number;
  /** How runs and questions without a run ended; `open` for runs that have not. Built-in look-ups are left out. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Seconds from question or snippet to answer, of each; the wait for an approval is no part of it. */
  readonly seconds: readonly number[];
  /** Reads that were over without being stopped. */
  readonly reads: number;
  /** Of those, reads that Okta did not answer, or refused. */
  readonly failedReads: number;
  readonly requests: number;
  /** Answers of 429. */
  readonly rateLimited: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Plans of models that ended over a name that no repair made right. */
  readonly unknownNames: number;
  /** Cells that were found not to stand where they were said to come from. */
  readonly unverifiedCells: number;
  /** Answers by the mark that counts. */
  readonly marks: { readonly right: number; readonly wrong: number };
}

const planBegun = z.object({ planner: z.string(), followUp: z.boolean().optional() });
const runBegun = z.object({ planner: z.string(), plan: z.string().optional() });
const tokens = z.object({ inputTokens: z.number(), outputTokens: z.number() });
const marked = z.object({ verdict: z.enum(["right", "wrong"]) });
const unverified = z.object({ cells: z.number() });

const secondsFrom = (from: PublicEntry, to: PublicEntry): number => (Date.parse(to.at) - Date.parse(from.at)) / 1000;

function countEach(names: Iterable<string>): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The entries of a time that are of this data folder, by kind. */
type Look = (kind: string) => readonly PublicEntry[];

/** Of each chain the last entry. */
const byChain = (entries: readonly PublicEntry[]): ReadonlyMap<string, PublicEntry> =>
  new Map(entries.map((entry) => [entry.chain, entry]));

function tallyQuestions(look: Look): Pick<JournalTally, "questions" | "followUps"> {
  const begun = look("plan-begun").map(({ facts }) => planBegun.parse(JSON.parse(facts)));
  return {
    questions: countEach(begun.map(({ planner }) => planner)),
    followUps: begun.filter(({ followUp }) => followUp === true).length,
  };
}

/** A run that somebody asked for, with its last end. */
interface AskedRun {
  readonly begun: PublicEntry;
  readonly plan: string | undefined;
  readonly ended: PublicEntry | undefined;
  readonly isResumed: boolean;
}

function listAsked(look: Look): readonly AskedRun[] {
  const [ended, resumed] = [byChain(look("run-ended")), byChain(look("resumed"))];
  return look("run-begun").flatMap((begun) => {
    const { planner, plan } = runBegun.parse(JSON.parse(begun.facts));
    if (planner === "look-up") return [];
    const [end, again] = [ended.get(begun.chain), resumed.get(begun.chain)];
    const isOpen = end === undefined || (again !== undefined && again.number > end.number);
    return [{ begun, plan, ended: isOpen ? undefined : end, isResumed: again !== undefined }];
  });
}

const answers: ReadonlySet<string> = new Set(["answered", "empty", "declined"]);

function tallyAnswers(look: Look): Pick<JournalTally, "outcomes" | "seconds"> {
  const runs = listAsked(look);
  const [begun, ended] = [byChain(look("plan-begun")), byChain(look("plan-ended"))];
  const withoutRun = [...ended.values()].map(({ subject }) => subject).filter((subject) => subject !== "snippet");
  const planning = (plan: string | undefined): number => {
    const [from, to] = [begun.get(plan ?? ""), ended.get(plan ?? "")];
    return from === undefined || to === undefined ? 0 : secondsFrom(from, to);
  };
  return {
    outcomes: countEach([...runs.map((run) => run.ended?.subject ?? "open"), ...withoutRun]),
    // A run that was resumed had somebody's pause in it.
    seconds: runs.flatMap((run) =>
      run.ended === undefined || run.isResumed || !answers.has(run.ended.subject)
        ? []
        : [planning(run.plan) + secondsFrom(run.begun, run.ended)],
    ),
  };
}

function tallyReads(
  entries: EntryReader,
  look: Look,
): Pick<JournalTally, "reads" | "failedReads" | "requests" | "rateLimited"> {
  const sums = look("run-begun").flatMap(({ chain }) => entries.sumReads(chain));
  const total = (of: (sum: (typeof sums)[number]) => number): number => sums.reduce((all, sum) => all + of(sum), 0);
  return {
    reads: total((sum) => sum.reads - sum.cancelled),
    failedReads: total((sum) => sum.failed - sum.cancelled),
    requests: total((sum) => sum.requests),
    rateLimited: total((sum) => sum.rateLimited),
  };
}

function tallyMarks(look: Look): JournalTally["marks"] {
  const verdicts = [...byChain(look("mark")).values()].map(({ facts }) => marked.parse(JSON.parse(facts)).verdict);
  const count = (wanted: string): number => verdicts.filter((verdict) => verdict === wanted).length;
  return { right: count("right"), wrong: count("wrong") };
}

/** Counts what began, was marked or was found since then, ISO 8601; everything for the empty text. */
export function tallyJournal(entries: EntryReader, since: string): JournalTally {
  const isOurs = createIsOurs(entries);
  const look: Look = (kind) => entries.listPublic(kind, since).filter(({ chain }) => isOurs(chain));
  const used = look("exchange").map(({ facts }) => tokens.parse(JSON.parse(facts)));
  const bad = [...byChain(look("unverified")).values()].map(({ facts }) => unverified.parse(JSON.parse(facts)).cells);
  return {
    ...tallyQuestions(look),
    ...tallyAnswers(look),
    ...tallyReads(entries, look),
    inputTokens: used.reduce((sum, one) => sum + one.inputTokens, 0),
    outputTokens: used.reduce((sum, one) => sum + one.outputTokens, 0),
    unknownNames: tallyPlans(entries, since, isOurs).unrepaired,
    unverifiedCells: bad.reduce((sum, cells) => sum + cells, 0),
    marks: tallyMarks(look),
  };
}
