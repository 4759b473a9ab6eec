import { listStarterReports, type Pack, type StarterReport } from "../../reports/starter-reports.ts";
import type { Row } from "../../terms/cell.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import { packRuns, type WrittenPack } from "../pack-runs.ts";
import type { RowsTable } from "../rows-table.ts";
import type { RunReport, RunResult } from "../run-report.ts";
import { runReport } from "./run-report.ts";
import { type CheckedRequirement, type PackAnswer, summarizePack } from "./summarize-pack.ts";

export { type Pack, packs } from "../../reports/starter-reports.ts";

/** What a pack found. */
export interface PackResult {
  /** One line a requirement. */
  readonly checks: readonly CheckedRequirement[];
  /** How many requirements have each result: pass, fail (accepted exceptions apart), not checkable, not answered. */
  readonly summary: Readonly<Record<string, number>>;
  /** Reports without an answer: of their requirements nothing is known. */
  readonly unanswered: readonly string[];
  readonly results: readonly { readonly name: string; readonly result: RunResult }[];
  /** The archive with the evidence of all runs; null where none was asked for, or no report has an answer. */
  readonly evidence: WrittenPack | null;
}

/** Columns of the summary of a pack, a row for each requirement. */
export const packColumns: readonly string[] = [
  "check",
  "asks",
  "result",
  "checked",
  "failing",
  "accepted",
  "found",
  "report",
  "run",
];

/** By what a row of the summary is known. */
export const packKey: readonly string[] = ["check"];

/** The summary of a pack as a table, so that it can be delivered as an answer's rows are. */
export function packTable(checks: readonly CheckedRequirement[]): RowsTable {
  return { columns: packColumns, rows: checks.map((one): Row => ({ ...one })) };
}

/** The answer that a report of a pack gave; undefined where it gave none. */
export function answerIn(result: RunResult): RunReport | undefined {
  if (result.kind !== "report") return undefined;
  const { outcome } = result.report;
  return outcome === "answered" || outcome === "empty" ? result.report : undefined;
}

/** The runs of a pack that gave an answer. */
export function answeredRuns({ results }: Pick<PackResult, "results">): readonly string[] {
  return results.flatMap(({ result }) => answerIn(result)?.run ?? []);
}

function packAnswer(report: StarterReport, result: RunResult): PackAnswer {
  const { rows, exceptions } = answerIn(result) ?? {};
  return { report, run: result.kind === "report" ? result.report.run : null, rows, exceptions };
}

function countResults(checks: readonly CheckedRequirement[]): Readonly<Record<string, number>> {
  const summary: Record<string, number> = {};
  for (const { result } of checks) summary[result] = (summary[result] ?? 0) + 1;
  return summary;
}

/**
 * Runs every report of a pack, one after the other, each a run of its own; sums them up by requirement; and writes the evidence of
 * all of them into one archive, where `evidence` names a file. Throws `config/invalid` where that cannot be written.
 */
export async function runPack(house: House, pack: Pack, front: Front, evidence?: string): Promise<PackResult> {
  const ran: { readonly report: StarterReport; readonly result: RunResult }[] = [];
  for (const report of await listStarterReports(pack)) {
    ran.push({ report, result: await runReport(house, { name: report.name, parameters: {} }, front) });
  }
  const checks = summarizePack(ran.map(({ report, result }) => packAnswer(report, result)));
  const results = ran.map(({ report, result }) => ({ name: report.name, result }));
  const runs = answeredRuns({ results });
  return {
    checks,
    summary: countResults(checks),
    unanswered: results.filter(({ result }) => answerIn(result) === undefined).map(({ name }) => name),
    results,
    evidence:
      evidence === undefined || runs.length === 0 ? null : await packRuns(house, runs, evidence, packTable(checks)),
  };
}
