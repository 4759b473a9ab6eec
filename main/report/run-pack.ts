import { listStarterReports, type Pack } from "../../reports/starter-reports.ts";
import type { Row } from "../../terms/cell.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import { packRuns, type WrittenPack } from "../pack-runs.ts";
import type { RowsTable } from "../rows-table.ts";
import type { RunResult } from "../run-report.ts";
import { runReport } from "./run-report.ts";
import { type CheckedRequirement, type PackReportResult, summarizePack } from "./summarize-pack.ts";

export type { Pack } from "../../reports/starter-reports.ts";

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

const summaryColumns = ["check", "asks", "result", "checked", "failing", "accepted", "found", "report", "run"];

/** The summary of a pack as a table, so that it can be delivered as an answer's rows are. */
export function packTable(checks: readonly CheckedRequirement[]): RowsTable {
  return { columns: summaryColumns, rows: checks.map((one): Row => ({ ...one })) };
}

function hasAnswer(result: RunResult): boolean {
  return result.kind === "report" && (result.report.outcome === "answered" || result.report.outcome === "empty");
}

/**
 * Runs every report of a pack, one after the other, each a run of its own; sums them up by requirement; and writes the evidence of
 * all of them into one archive, where `evidence` names a file. Throws `config/invalid` where that cannot be written.
 */
export async function runPack(house: House, pack: Pack, front: Front, evidence?: string): Promise<PackResult> {
  const ran: PackReportResult[] = [];
  for (const report of await listStarterReports(pack)) {
    ran.push({ report, result: await runReport(house, { name: report.name, parameters: {} }, front) });
  }
  const checks = summarizePack(ran);
  const summary: Record<string, number> = {};
  for (const { result } of checks) summary[result] = (summary[result] ?? 0) + 1;
  const results = ran.map(({ report, result }) => ({ name: report.name, result }));
  const answered = results.filter(({ result }) => hasAnswer(result));
  const runs = answered.flatMap(({ result }) => (result.kind === "report" ? (result.report.run ?? []) : []));
  return {
    checks,
    summary,
    unanswered: results.filter(({ result }) => !hasAnswer(result)).map(({ name }) => name),
    results,
    evidence:
      evidence === undefined || runs.length === 0 ? null : await packRuns(house, runs, evidence, packTable(checks)),
  };
}
