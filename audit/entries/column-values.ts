import type { SQLOutputValue } from "node:sqlite";
import { Failure } from "../../terms/failure.ts";

/** A row as SQLite gives it. */
export type StoredRow = Readonly<Record<string, SQLOutputValue>>;

function wrongType(column: string): Failure<"journal/broken"> {
  return new Failure(
    "journal/broken",
    { chain: "", entry: -1, reason: `column ${column} holds another type` },
    {
      found: `The journal's column ${column} holds a value of another type than Attest writes.`,
      why: "The file was changed by something else than Attest.",
      help: "Run attest journal verify, which names the first bad entry.",
    },
  );
}

/** The text in a column. Throws `journal/broken` for anything else. */
export function textIn(row: StoredRow, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw wrongType(column);
  return value;
}

/** The text in a column, or null. Throws `journal/broken` for anything else. */
export function optionalTextIn(row: StoredRow, column: string): string | null {
  return row[column] === null ? null : textIn(row, column);
}

/** The number in a column. Throws `journal/broken` for anything else. */
export function numberIn(row: StoredRow, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw wrongType(column);
  return value;
}

/** The bytes in a column, or null. Throws `journal/broken` for anything else. */
export function bytesIn(row: StoredRow, column: string): Uint8Array | null {
  const value = row[column];
  if (value !== null && !(value instanceof Uint8Array)) throw wrongType(column);
  return value;
}
