import Table from "cli-table3";
import type { ListedReport } from "../../main/report/list-reports.ts";
import type { ReportHistory } from "../../main/report/report-history.ts";
import type { ShownReport } from "../../main/report/show-report.ts";
import { safeLines, safeText } from "./safe-text.ts";

const plain = { head: [], border: [], compact: true };

/** Reports as a table, by name. */
export function renderReportList(reports: readonly ListedReport[]): string {
  if (reports.length === 0) return "There is no such report.";
  const table = new Table({ head: ["report", "version", "area", "title"], style: plain });
  for (const one of reports) {
    table.push([one.name, one.version ?? "starter", safeText(one.area ?? ""), safeText(one.title)]);
  }
  return table.toString();
}

/** One report: what it is, how it is run, and its review. */
export function renderShownReport({ report, parameters, tables, rendered, approved }: ShownReport): string {
  const files = Object.entries(tables).map(
    ([name, columns]) => `--param ${name}=FILE, a CSV or JSON file with the columns ${Object.keys(columns).join(", ")}`,
  );
  const values = Object.entries(parameters).map(([name, value]) => `--param ${name}=${JSON.stringify(value)}`);
  return [
    `${report.name}, ${report.version === null ? "comes with Attest" : `version ${report.version}`}`,
    ...(report.question === null ? [] : [`Question:   ${safeText(report.question)}`]),
    ...(report.area === null ? [] : [`Area:       ${safeText(report.area)}`]),
    ...(report.keyColumns.length === 0 ? [] : [`Rows:       told apart by ${safeText(report.keyColumns.join(", "))}`]),
    ...[...values, ...files].map((one) => `Parameter:  ${safeText(one)}`),
    approved ? "Approved:   for the org in use" : "Approved:   not yet; its next run asks",
    ...(rendered === null ? [] : ["", safeLines(rendered)]),
  ].join("\n");
}

/** The versions of a report with the reviews that were accepted for each, and its newest runs. */
export function renderHistory({ name, versions, runs }: ReportHistory): string {
  const table = new Table({ head: ["run", "begun", "version", "outcome", "rows"], style: plain });
  for (const one of runs) table.push([one.run, one.begunAt, one.version ?? "starter", one.outcome, one.rows ?? ""]);
  return [
    versions.length === 0 ? `${name} comes with Attest.` : name,
    ...versions.flatMap(({ number, how, at, by, run, reviews }) => [
      `  version ${number}: ${how} by ${safeText(by)} at ${at}${run === undefined ? "" : `, from run ${run}`}`,
      ...reviews.map((one) => `    review ${one.reviewHash.slice(0, 16)} accepted by ${safeText(one.by)} at ${one.at}`),
    ]),
    runs.length === 0 ? "It has not been run." : table.toString(),
  ].join("\n");
}
