import { listStarterReports, type Pack } from "../../reports/starter-reports.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import type { RunResult } from "../run-report.ts";
import { runReport } from "./run-report.ts";

export type { Pack } from "../../reports/starter-reports.ts";

/** What a pack found. */
export interface PackResult {
  readonly results: readonly { readonly name: string; readonly result: RunResult }[];
  /** How many rows have each value in their column `result`: pass, fail, not checkable; those that are accepted exceptions apart. */
  readonly summary: Readonly<Record<string, number>>;
  /** Reports without an answer: the summary does not cover them. */
  readonly unanswered: readonly string[];
}

/** Runs every report of a pack, one after the other, each a run of its own with its own evidence. */
export async function runPack(house: House, pack: Pack, front: Front): Promise<PackResult> {
  const results: { name: string; result: RunResult }[] = [];
  for (const { name } of await listStarterReports(pack)) {
    results.push({ name, result: await runReport(house, { name, parameters: {} }, front) });
  }
  const summary: Record<string, number> = {};
  const unanswered: string[] = [];
  for (const { name, result } of results) {
    if (result.kind !== "report" || result.report.outcome !== "answered") {
      unanswered.push(name);
      continue;
    }
    const accepted = new Set(result.report.exceptions?.accepted.map(({ row }) => row));
    for (const [row, { result: value }] of result.report.rows.entries()) {
      if (typeof value !== "string") continue;
      const said = accepted.has(row) ? `${value} (accepted exception)` : value;
      summary[said] = (summary[said] ?? 0) + 1;
    }
  }
  return { results, summary, unanswered };
}
