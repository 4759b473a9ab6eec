import { stringify } from "csv-stringify/sync";
import { type Cell, isUnknownCell, type Row } from "../terms/cell.ts";

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "object") return isUnknownCell(cell) ? "(not known)" : cell.join(", ");
  return String(cell);
}

/** Rows as CSV with a header line. Cells that a spreadsheet would take for a formula are neutralised with an apostrophe. */
export function csvText(columns: readonly string[], rows: readonly Row[]): string {
  return stringify(
    rows.map((row) => columns.map((column) => cellText(row[column] ?? null))),
    { header: true, columns: [...columns], escape_formulas: true },
  );
}
