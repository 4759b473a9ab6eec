import type { TableRow } from "../../terms/input-table.ts";

/** Rows of an input table as the text by which they are kept and handed to a snippet: JSON, one row a line. */
export function tableText(rows: readonly TableRow[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]`;
}
