import writeXlsxFile from "write-excel-file/node";
import { type Cell, isUnknownCell, type Row } from "../terms/cell.ts";

/** What a spreadsheet holds in one cell, in characters. */
const longestText = 32_767;

function asText(text: string): { readonly type: StringConstructor; readonly value: string } {
  return { type: String, value: text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text };
}

// Every text is typed as text: a spreadsheet shows `=1+1` as it stands and works nothing out.
function sheetCell(cell: Cell) {
  if (cell === null || cell === "") return null;
  if (typeof cell === "number") return { type: Number, value: cell };
  if (typeof cell === "boolean") return { type: Boolean, value: cell };
  if (typeof cell === "string") return asText(cell);
  return asText(isUnknownCell(cell) ? `(not known: ${cell.unknown})` : cell.join(", "));
}

/** Rows as an Excel file with a header line. No cell of it is a formula. */
export function xlsxFile(columns: readonly string[], rows: readonly Row[]): Promise<Uint8Array> {
  const head = columns.map((name) => ({ ...asText(name), fontWeight: "bold" as const }));
  const body = rows.map((row) => columns.map((name) => sheetCell(row[name] ?? null)));
  return writeXlsxFile([head, ...body]).toBuffer();
}
