import type { Cell, Row } from "../../terms/cell.ts";
import { parseBounded } from "./json-bounds.ts";

/** The rows of a run as they arrive in parts. */
export interface RowCollector {
  readonly rows: readonly Row[];
  /** Takes one part. Gives what is wrong with it, or undefined. */
  add(json: string): string | undefined;
}

// Lists in rows in a list. The guest sends 250 rows at a time.
const bounds = { depth: 3, brackets: 200_000 };

function isCell(value: unknown): value is Cell {
  if (value === null) return true;
  if (typeof value !== "object")
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  if (Array.isArray(value)) return value.every((item) => typeof item === "string");
  const keys = Object.keys(value);
  return keys.length === 1 && "unknown" in value && typeof value.unknown === "string";
}

function isRow(value: unknown): value is Row {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every(isCell);
}

/**
 * Checks rows again that the guest has checked already: what comes out of a child is believed in nothing. `approved`: the columns of
 * the review; a type can say fewer than a row has, so rows with others are refused. Without it the first row says which there are.
 */
export function createRowCollector(approved?: readonly string[]): RowCollector {
  const rows: Row[] = [];
  let columns = approved === undefined ? undefined : new Set(approved);
  return {
    rows,
    add(json) {
      const part = parseBounded(json, bounds);
      if (!Array.isArray(part)) return "a part of the rows is no list of rows";
      for (const row of part) {
        if (!isRow(row)) return `row ${rows.length} is not flat`;
        const keys = Object.keys(row);
        if (keys.length === 0) return `row ${rows.length} has no column`;
        columns ??= new Set(keys);
        const known = columns;
        if (keys.length !== known.size || !keys.every((key) => known.has(key))) {
          return `row ${rows.length} has other columns than ${approved === undefined ? "row 0" : "the review names"}`;
        }
        rows.push(row);
      }
      return undefined;
    },
  };
}
