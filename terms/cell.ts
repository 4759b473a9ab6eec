/** What stands in one cell of a row when a read behind it failed and the snippet wrote `.orUnknown()`. */
export interface UnknownCell {
  /** Why the value is not known, in a sentence for the operator. */
  readonly unknown: string;
}

/** One value of an answer. Dates are Okta's ISO 8601 strings, unchanged. */
export type Cell = string | number | boolean | null | readonly string[] | UnknownCell;

/** One row of an answer: flat, with the same keys in every row of a run. */
export type Row = Readonly<Record<string, Cell>>;

/** True for a cell whose value is not known. */
export function isUnknownCell(cell: Cell): cell is UnknownCell {
  return typeof cell === "object" && cell !== null && "unknown" in cell;
}
