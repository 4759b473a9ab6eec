import type { Row } from "../terms/cell.ts";

/** Rows under the names of their columns. */
export interface RowsTable {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}
