import type { Field } from "./field.ts";

/**
 * What a cell of a column of an input table may be: a text, a number, true or false, or a date (`2026-03-01`, or ISO 8601 with a
 * time and offset). With `?` a cell may be empty.
 */
export const columnTypes = ["string", "string?", "number", "number?", "boolean", "boolean?", "date", "date?"] as const;

/** One of these types. */
export type ColumnType = (typeof columnTypes)[number];

/** The columns of an input table with their types, as a snippet declares them: `table({ login: 'string' })`. */
export type TableColumns = Readonly<Record<string, ColumnType>>;

/** One value of an input table; a date is its text. */
export type TableCell = string | number | boolean | null;

/** One row of an input table: every declared column and no other. */
export type TableRow = Readonly<Record<string, TableCell>>;

/** An input table without its rows: which file a run was given for which parameter. */
export interface TableReference {
  /** The parameter. */
  readonly name: string;
  /** The file's name without its folder. */
  readonly file: string;
  /** SHA-256 of the file's bytes. */
  readonly fileHash: string;
  readonly columns: TableColumns;
  readonly count: number;
}

/** A file of the operator's that a parameter of a snippet takes. Rows are numbered from 1 in the order of the file, its header not counted. */
export interface InputTable extends TableReference {
  readonly rows: readonly TableRow[];
}

/** What is said of an input table wherever its rows are not. */
export function referenceTo({ name, file, fileHash, columns, count }: InputTable): TableReference {
  return { name, file, fileHash, columns, count };
}

/** An input table of a kept run, its rows in a body of the journal. */
export interface KeptTable extends TableReference {
  /** Hash of the rows' text; undefined where it was pruned or erased with its entry. */
  readonly bodyHash: string | undefined;
}

/** The input tables that a snippet declares, by parameter. */
export type DeclaredTables = Readonly<Record<string, TableColumns>>;

const rootStart = "table:";

/** What stands in place of an operation where a field is a column of an input table. */
export function tableRoot(name: string): string {
  return `${rootStart}${name}`;
}

/** The parameter and column of a field that stands in an input table; undefined for a field of a response. */
export function tableColumnOf(field: Field): { readonly table: string; readonly column: string } | undefined {
  if (!field.startsWith(rootStart)) return undefined;
  const at = field.indexOf(" ");
  return { table: field.slice(rootStart.length, at), column: field.slice(at + 1) };
}

/** The step by which places in input tables are named: -1 for the first, -2 for the second. Reads have steps from 0. */
export function stepOfTable(index: number): number {
  return -1 - index;
}

/** Which input table a step is, from 0; undefined for a read. */
export function tableOfStep(step: number): number | undefined {
  return step < 0 ? -1 - step : undefined;
}
