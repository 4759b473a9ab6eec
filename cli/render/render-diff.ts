import type { ComparedRun, ReportDiff } from "../../main/report/diff-report.ts";
import type { RowsTable } from "../../main/rows-table.ts";
import { renderTable } from "./render-rows.ts";
import { safeText } from "./safe-text.ts";

function runLine({ run, version, asOf, begunAt, rows }: ComparedRun): string {
  const when = asOf === null ? `begun at ${begunAt}, nothing read` : `as of ${asOf.from} to ${asOf.to}`;
  return `run ${run} (${version === null ? "starter" : `version ${version}`}, ${rows} rows, ${when})`;
}

function counts({ added, removed, changed, notKnown, unpaired, unchanged }: ReportDiff): string {
  return [
    `${added.length} added`,
    `${removed.length} removed`,
    `${changed.length} changed`,
    `${unchanged} unchanged`,
    ...(notKnown.length === 0 ? [] : [`${notKnown.length} not known`]),
    ...(unpaired.length === 0 ? [] : [`${unpaired.length} keys not paired`]),
  ].join(", ");
}

/** What two runs of a report differ in, for a terminal: which runs, how many rows of each kind, the rows, what to mind. */
export function renderDiff(diff: ReportDiff, table: RowsTable): string {
  return [
    `${diff.name}: ${counts(diff)}`,
    `From ${runLine(diff.before)}`,
    `to   ${runLine(diff.after)}, rows told apart by ${safeText(diff.keyColumns.join(", "))}.`,
    ...(table.rows.length === 0 ? [] : [renderTable(table.columns, table.rows)]),
    ...diff.warnings.map((one) => `Warning: ${safeText(one)}`),
  ].join("\n");
}
