import { reasonNotKnown } from "./not-known.ts";
import { bareObject, isFiniteNumber, isList, keysOf, textOf } from "./primordials.ts";

/** What is wrong with the rows that a snippet returned. */
export class BadRows extends Error {
  override readonly name: string = "BadRows";
}

/** A cell as it travels: plain JSON data. */
export type SentCell = string | number | boolean | null | readonly string[] | { readonly unknown: string };

/** The columns that hold a list in some row. */
export type ListedColumns = Record<string, true>;

function problemOf(value: unknown): string {
  if (value === undefined) return "is undefined. Write null where there is no value.";
  if (typeof value === "number") return `is ${value}. Write null where there is no number.`;
  if (typeof value === "function") return "is a function. Call it, or leave it out.";
  if (typeof value === "bigint" || typeof value === "symbol")
    return `is a ${typeof value}. Write it as a text or a number.`;
  if (value instanceof Map || value instanceof Set)
    return "is a Map or Set. Write [...it] for a list of texts, or its size.";
  if (value instanceof Date) return "is a Date. Write it.toISOString().";
  if (value instanceof Promise) return "is a promise. Await it.";
  if (isList(value))
    return "is a list of something else than texts. A cell holds texts only; write .map(String) or a count.";
  return "is an object. Rows are flat: take the one field that is wanted.";
}

function listCell(value: readonly unknown[]): readonly string[] | undefined {
  const copy: string[] = [];
  for (const text of value) {
    if (typeof text !== "string") return undefined;
    copy.push(text);
  }
  return copy;
}

function cellOf(value: unknown, key: string, listed: ListedColumns): SentCell | undefined {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  if (typeof value === "number") return isFiniteNumber(value) ? value : undefined;
  if (isList(value)) {
    listed[key] = true;
    return listCell(value);
  }
  const reason = reasonNotKnown(value);
  return reason === undefined ? undefined : { unknown: reason };
}

function rowKeys(row: unknown, index: number): readonly string[] {
  if (typeof row !== "object" || row === null || isList(row) || row instanceof Map || row instanceof Set) {
    throw new BadRows(`Row ${index} is no row. Return a list of plain objects, one a row.`);
  }
  return keysOf(row);
}

function checkKeys(keys: readonly string[], expected: Record<string, true>, count: number, index: number): void {
  for (const key of keys) {
    if (expected[key] !== true)
      throw new BadRows(
        `Row ${index} has the column "${key}", which row 0 has not. Give every row the same columns, null where there is no value.`,
      );
  }
  if (keys.length !== count) {
    throw new BadRows(
      `Row ${index} has ${keys.length} columns, row 0 has ${count}. Give every row the same columns, null where there is no value.`,
    );
  }
}

/**
 * The rows of a result as data to send, each cell read once. Throws `BadRows` with what to write instead. Adds the columns that hold
 * a list to `listed`.
 */
export function* rowsOf(result: unknown, listed: ListedColumns): Generator<Record<string, SentCell>, void, undefined> {
  if (!isList(result)) throw new BadRows(`The snippet returned ${describe(result)}. Return a list of rows.`);
  const expected = bareObject<true>();
  let count = 0;
  for (let index = 0; index < result.length; index += 1) {
    const row: unknown = result[index];
    const keys = rowKeys(row, index);
    if (index === 0) {
      count = keys.length;
      for (const key of keys) expected[key] = true;
    } else {
      checkKeys(keys, expected, count, index);
    }
    const copy = bareObject<SentCell>();
    for (const key of keys) {
      const value: unknown = typeof row === "object" && row !== null ? Reflect.get(row, key) : undefined;
      const cell = cellOf(value, key, listed);
      if (cell === undefined) throw new BadRows(`The cell "${key}" of row ${index} ${problemOf(value)}`);
      copy[key] = cell;
    }
    yield copy;
  }
}

function describe(value: unknown): string {
  if (value === undefined || value === null) return textOf(value);
  return typeof value === "object" ? "an object that is no list" : `a ${typeof value}`;
}
