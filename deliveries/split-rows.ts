import type { Row } from "../terms/cell.ts";
import { hashText } from "../terms/snippet.ts";
import { cellText } from "./cell-text.ts";

/** The rows of one value of the column by which they were split. */
export interface RowsOfValue {
  readonly value: string;
  /** The value as a part of a file's name: no two values have the same. */
  readonly fileNamePart: string;
  readonly rows: readonly Row[];
}

function fileNamePart(value: string): string {
  const plain = value
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  // Two values that differ only in what a file's name cannot hold must not share a file.
  return plain === value && plain !== "" && plain.length <= 40
    ? plain
    : `${plain.slice(0, 40)}-${hashText(value).slice(0, 8)}`;
}

/** Rows by the value of a column, in the order in which the values come; a row without one stands under the empty text. */
export function splitRows(rows: readonly Row[], column: string): readonly RowsOfValue[] {
  const byValue = Map.groupBy(rows, (row) => cellText(row[column] ?? null));
  return [...byValue].map(([value, own]) => ({ value, fileNamePart: fileNamePart(value), rows: own }));
}
