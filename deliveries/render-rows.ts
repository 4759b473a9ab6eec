import type { Row } from "../terms/cell.ts";
import type { DeliveryFormat } from "../terms/delivery-format.ts";
import { csvText } from "./csv-text.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { xlsxFile } from "./xlsx-file.ts";

/** Rows in one of the forms. `byteOrderMark` is of CSV alone. */
export async function renderRows(
  format: DeliveryFormat,
  columns: readonly string[],
  rows: readonly Row[],
  byteOrderMark: boolean,
): Promise<string | Uint8Array> {
  switch (format) {
    case "csv":
      return csvText(columns, rows, byteOrderMark);
    case "md":
      return renderMarkdown(columns, rows);
    case "json":
      return `${JSON.stringify(rows, null, 2)}\n`;
    case "ndjson":
      return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
    case "xlsx":
      return xlsxFile(columns, rows);
  }
}
