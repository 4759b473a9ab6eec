import { diffRows } from "../../reports/diff-rows.ts";
import { listStarterReports, type Pack, type StarterReport } from "../../reports/starter-reports.ts";
import type { House } from "../house.ts";
import { keptExceptions } from "./apply-exceptions.ts";
import type { AnswersDiff } from "./diff-report.ts";
import { answersOf, findRows, noSuchAnswer } from "./kept-answers.ts";
import { packColumns, packKey, packTable } from "./run-pack.ts";
import { type CheckedRequirement, type PackAnswer, summarizePack } from "./summarize-pack.ts";

interface KeptPackAnswer extends PackAnswer {
  readonly begunAt?: string;
}

/** What a report of a pack answered by one of these runs; no answer where none of them is its own. */
function answerBy(house: House, report: StarterReport, runs: readonly string[]): KeptPackAnswer {
  const kept = answersOf(house, report.name, undefined).find((one) => runs.includes(one.run));
  if (kept === undefined) return { report, run: null, rows: undefined };
  const { run, begunAt } = kept;
  return { report, run, begunAt, rows: findRows(house, kept), exceptions: keptExceptions(house, run) };
}

/**
 * What a pack's requirements differ in from what earlier runs of its reports found, exceptions as they were accepted then. Sends
 * nothing. Throws `journal/not-found` where one of these runs, or its rows, are no longer kept.
 */
export async function diffPack(
  house: House,
  pack: Pack,
  before: readonly string[],
  checks: readonly CheckedRequirement[],
): Promise<AnswersDiff> {
  const answers = (await listStarterReports(pack)).map((report) => answerBy(house, report, before));
  const [first, ...others] = answers.filter(({ rows }) => rows !== undefined);
  if (first?.begunAt === undefined || others.length + 1 < before.length) {
    throw noSuchAnswer(pack, `Not all of the runs ${before.join(", ")} are kept.`, "Run the pack again.");
  }
  // The run is new each time: it is no difference.
  const columns = packColumns.filter((column) => column !== "run");
  const by = { keyColumns: packKey, columns };
  const [old, current] = [summarizePack(answers), checks].map((one) => packTable(one).rows);
  return {
    ...by,
    ...diffRows(old ?? [], current ?? [], by),
    before: { run: first.run ?? "", begunAt: first.begunAt },
    warnings: [],
  };
}
