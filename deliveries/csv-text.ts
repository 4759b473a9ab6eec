import { stringify } from "csv-stringify/sync";
import type { Cell, Row } from "../terms/cell.ts";
import { cellText } from "./cell-text.ts";
import { inertText } from "./inert-text.ts";

function csvCell(cell: Cell): string {
  return typeof cell === "number" ? String(cell) : inertText(cellText(cell));
}

/**
 * Rows as CSV with a header line. Texts that a spreadsheet would take for a formula are neutralised with an apostrophe; numbers
 * are not. `byteOrderMark` is for programs that take a file without one for another encoding.
 */
export function csvText(columns: readonly string[], rows: readonly Row[], byteOrderMark = false): string {
  return stringify(
    [columns.map(inertText), ...rows.map((row) => columns.map((column) => csvCell(row[column] ?? null)))],
    { bom: byteOrderMark },
  );
}
