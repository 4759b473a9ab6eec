import Table from "cli-table3";
import { isUnknownCell, type Cell, type Row } from "../../terms/cell.ts";
import { safeText } from "./safe-text.ts";

/** Rows shown in a terminal table; the rest is counted, and stands whole in `--csv` and `--json`. */
const shownRows = 50;
const widestCell = 48;

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "object") return isUnknownCell(cell) ? "(not known)" : cell.join(", ");
  return String(cell);
}

function cut(text: string): string {
  return text.length > widestCell ? `${text.slice(0, widestCell - 1)}…` : text;
}

/** Rows as a table for a terminal: at most 50 rows, long cells cut with an ellipsis, and a last line that says what is not shown. */
export function renderTable(columns: readonly string[], rows: readonly Row[]): string {
  const table = new Table({ head: columns.map(safeText), style: { head: [], border: [], compact: true } });
  for (const row of rows.slice(0, shownRows)) {
    table.push(columns.map((column) => cut(safeText(cellText(row[column] ?? null)))));
  }
  const hidden = rows.length - shownRows;
  return hidden > 0
    ? `${table.toString()}\n… and ${hidden} more rows (--csv FILE or --json gives all)`
    : table.toString();
}
