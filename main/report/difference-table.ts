import type { RowPair } from "../../reports/diff-rows.ts";
import { type Cell, isUnknownCell, type Row } from "../../terms/cell.ts";
import type { RowsTable } from "../rows-table.ts";
import { freeName } from "./free-name.ts";
import type { AnswersDiff } from "./diff-report.ts";

function cellWords(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "nothing";
  if (typeof cell !== "object") return String(cell);
  return isUnknownCell(cell) ? "not known" : `[${cell.join(", ")}]`;
}

function changesOf({ before, after, columns }: RowPair): readonly string[] {
  return columns.map((column) => `${column}: ${cellWords(before[column])} → ${cellWords(after[column])}`);
}

/**
 * Differences as a table, so that they can be shown and delivered as an answer's rows are: what happened to a row, what changed
 * in it, and the row as it is now, or was where it is gone.
 */
export function differenceTable(diff: AnswersDiff): RowsTable {
  const { columns } = diff;
  const [kind, changes] = [freeName("difference", columns), freeName("changes", columns)];
  const line = (what: string, row: Row, changed: readonly string[] = []): Row => ({
    [kind]: what,
    [changes]: changed,
    ...Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
  });
  const unpaired = diff.unpaired.flatMap(({ why, before, after }) => [
    ...before.map((row) => line(`before, not paired: key ${why}`, row)),
    ...after.map((row) => line(`after, not paired: key ${why}`, row)),
  ]);
  return {
    columns: [kind, changes, ...columns],
    rows: [
      ...diff.added.map((row) => line("added", row)),
      ...diff.removed.map((row) => line("removed", row)),
      ...diff.changed.map((pair) => line("changed", pair.after, changesOf(pair))),
      ...diff.notKnown.map((pair) => line("not known", pair.after, changesOf(pair))),
      ...unpaired,
    ],
  };
}
