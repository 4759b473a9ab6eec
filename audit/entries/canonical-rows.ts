import { z } from "zod";
import type { Row } from "../../terms/cell.ts";

const rowsShape = z.array(
  z.record(
    z.string(),
    z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.null(),
      z.array(z.string()),
      z.strictObject({ unknown: z.string() }),
    ]),
  ),
);

/** Rows as the one text by which they are kept, hashed and compared: JSON, one row a line, columns in their order. */
export function canonicalRows(rows: readonly Row[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]`;
}

/** Rows from their canonical text. */
export function parseRows(text: string): readonly Row[] {
  return rowsShape.parse(JSON.parse(text));
}
