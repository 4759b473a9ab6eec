import canonicalize from "canonicalize";
import type { KeptReportRun } from "../../audit/runs/runs.ts";
import { diffRows, type RowsDiff } from "../../reports/diff-rows.ts";
import type { Failure } from "../../terms/failure.ts";
import type { House } from "../house.ts";
import { answersOf, findRows, type KeptAnswer, keptAnswers, noSuchAnswer } from "./kept-answers.ts";
import { compareCircumstances } from "./compare-circumstances.ts";
import { type ComparedColumns, compareColumns } from "./compare-columns.ts";
import { getNamedReport } from "./named-report.ts";

/** Which runs are to be compared: the last two of the report where none are named. */
export interface DiffRequest {
  readonly name: string;
  /** Names of two runs, in any order: the earlier is the one that is compared from. */
  readonly runs?: readonly [string, string] | undefined;
}

/** A run that was compared. */
export interface ComparedRun {
  readonly run: string;
  /** Null for one of a starter report. */
  readonly version: number | null;
  readonly org: string;
  readonly begunAt: string;
  /** From the first to the last read, ISO 8601; null where nothing was read. */
  readonly asOf: { readonly from: string; readonly to: string } | null;
  readonly rows: number;
}

/** What an answer differs in from an earlier one. */
export interface AnswersDiff extends RowsDiff, ComparedColumns {
  /** The earlier one. */
  readonly before: Pick<ComparedRun, "run" | "begunAt">;
  /** What a reader must know of the comparison: other parameters, another version, rows that could not be paired. */
  readonly warnings: readonly string[];
}

/** What two runs of a report differ in. */
export interface ReportDiff extends AnswersDiff {
  readonly name: string;
  readonly before: ComparedRun;
  readonly after: ComparedRun;
}

/** Whether anything differs or cannot be told: what a delivery "on difference" asks. */
export function hasDifference(diff: RowsDiff): boolean {
  const { added, removed, changed, notKnown, unpaired } = diff;
  return [added, removed, changed, notKnown, unpaired].some((rows) => rows.length > 0);
}

function sameQuestion(a: KeptReportRun, b: KeptReportRun): boolean {
  const asked = ({ beginning: { org, parameters } }: KeptReportRun): string | undefined =>
    canonicalize({ org, parameters });
  return asked(a) === asked(b);
}

function fewerThanTwo(name: string, newest: KeptAnswer | undefined, org: string | undefined): Failure {
  const about = org === undefined ? "" : ` of ${org}`;
  const kept = newest === undefined ? "no kept run" : `no kept run before ${newest.kept.run} with the same parameters`;
  return noSuchAnswer(
    name,
    `The report ${name} has ${kept}${about}; two are compared.`,
    `Run it again with attest report run ${name}, or name two of its runs: attest report history ${name} shows them.`,
  );
}

/** The newest run and the nearest one before it with the same parameters. */
async function lastTwo(house: House, name: string): Promise<readonly [KeptAnswer, KeptAnswer]> {
  const org = (await house.findOrg())?.address.origin;
  let after: KeptAnswer | undefined;
  for (const answer of keptAnswers(house, name, org)) {
    if (after !== undefined && sameQuestion(answer.kept, after.kept)) return [answer, after];
    after ??= answer;
  }
  throw fewerThanTwo(name, after, org);
}

function namedAnswer(house: House, name: string, asked: string): KeptAnswer {
  const { run } = house.journal().runs.get(asked);
  const kept = answersOf(house, name, undefined).find((one) => one.run === run);
  const rows = kept === undefined ? undefined : findRows(house, kept);
  if (kept !== undefined && rows !== undefined) return { kept, rows };
  const found =
    kept === undefined
      ? `The run ${run} is no answer of the report ${name}.`
      : `The rows of the run ${run} are no longer kept.`;
  throw noSuchAnswer(name, found, `attest report history ${name} shows its runs.`);
}

function inOrder(one: KeptAnswer, other: KeptAnswer): readonly [KeptAnswer, KeptAnswer] {
  return one.kept.begunAt <= other.kept.begunAt ? [one, other] : [other, one];
}

function comparedRun(house: House, { kept, rows }: KeptAnswer): ComparedRun {
  const { run, begunAt, beginning, report } = kept;
  const asOf = house.journal().runs.show(run).asOf ?? null;
  return { run, version: report.version, org: beginning.org, begunAt, asOf, rows: rows.length };
}

/**
 * Compares two runs of a report by its key columns: the last two with the same parameters, or the two that are named. Sends
 * nothing. Throws `library/not-found` for no such report and `journal/not-found` where there are no two answers to compare.
 */
export async function diffReport(house: House, { name, runs }: DiffRequest): Promise<ReportDiff> {
  const { keyColumns } = await getNamedReport(house, name);
  const [before, after] =
    runs === undefined
      ? await lastTwo(house, name)
      : inOrder(namedAnswer(house, name, runs[0]), namedAnswer(house, name, runs[1]));
  const { remarks, ...by } = compareColumns(before.kept, after.kept, keyColumns);
  const diff = diffRows(before.rows, after.rows, by);
  return {
    name,
    before: comparedRun(house, before),
    after: comparedRun(house, after),
    ...by,
    ...diff,
    warnings: [...compareCircumstances(before.kept, after.kept), ...remarks, ...remarksOn(diff)],
  };
}

function remarksOn({ unpaired, notKnown }: RowsDiff): readonly string[] {
  const keys = unpaired.length;
  return [
    ...(keys === 0
      ? []
      : [
          `${keys} ${keys === 1 ? "key stands" : "keys stand"} in several rows of a run, or ${keys === 1 ? "is" : "are"} not known: which of these rows became which cannot be told, so they stand unpaired. More key columns would tell them apart.`,
        ]),
    ...(notKnown.length === 0
      ? []
      : [`${notKnown.length} rows have a cell that one of the runs could not read: whether it changed is not known.`]),
  ];
}
