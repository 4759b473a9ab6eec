import { type Cell, isUnknownCell, type Row } from "../terms/cell.ts";

/** One row as it stands in two runs. */
export interface RowPair {
  readonly before: Row;
  readonly after: Row;
  /** Columns whose values differ; in `notKnown` those of which at least one side is not known. */
  readonly columns: readonly string[];
}

/** Rows of one key of which nobody can tell which became which. */
export interface UnpairedRows {
  /** The cells of the key columns. */
  readonly key: Row;
  /** `several`: a run has several rows of that key; `not known`: a cell of the key is not known. */
  readonly why: "several" | "not known";
  /** Rows that do not stand in the other run as they are. */
  readonly before: readonly Row[];
  readonly after: readonly Row[];
}

/** What two runs differ in. Each row of either stands in exactly one of the lists, or is counted among the unchanged. */
export interface RowsDiff {
  readonly added: readonly Row[];
  readonly removed: readonly Row[];
  readonly changed: readonly RowPair[];
  /** Pairs without a difference that is known, where a cell of one side is not known. */
  readonly notKnown: readonly RowPair[];
  readonly unpaired: readonly UnpairedRows[];
  /** Rows that are the same in both. */
  readonly unchanged: number;
}

/** By what rows are compared. */
export interface RowsComparison {
  /** Columns that together identify a row. */
  readonly keyColumns: readonly string[];
  /** Columns whose values are compared, those of the key among them. */
  readonly columns: readonly string[];
}

/** A cell as a text that equal cells share: the order of a list is none of its values. */
function cellKey(cell: Cell = null): string {
  const isList = typeof cell === "object" && cell !== null && !isUnknownCell(cell);
  return JSON.stringify(isList ? cell.toSorted((a, b) => (a < b ? -1 : 1)) : cell);
}

function rowKey(row: Row, columns: readonly string[]): string {
  return columns.map((column) => cellKey(row[column])).join("\n");
}

function isUnknownIn(row: Row, columns: readonly string[]): boolean {
  return columns.some((column) => isUnknownCell(row[column] ?? null));
}

/** The rows of both sides without those that stand in the other as they are, each as often as it does. */
function withoutEqual(
  before: readonly Row[],
  after: readonly Row[],
  columns: readonly string[],
): { readonly before: readonly Row[]; readonly after: readonly Row[]; readonly equal: number } {
  const open = Map.groupBy(
    before.filter((row) => !isUnknownIn(row, columns)),
    (row) => rowKey(row, columns),
  );
  // A row with a cell that is not known equals none: its key is not among the open ones.
  const left = after.filter((row) => open.get(rowKey(row, columns))?.pop() === undefined);
  const still = new Set([...open.values()].flat());
  return {
    before: before.filter((row) => still.has(row) || isUnknownIn(row, columns)),
    after: left,
    equal: after.length - left.length,
  };
}

function comparePair(before: Row, after: Row, columns: readonly string[]): Partial<RowsDiff> {
  const isKnown = (column: string): boolean => !isUnknownIn(before, [column]) && !isUnknownIn(after, [column]);
  const differing = columns.filter((one) => isKnown(one) && cellKey(before[one]) !== cellKey(after[one]));
  if (differing.length > 0) return { changed: [{ before, after, columns: differing }] };
  return { notKnown: [{ before, after, columns: columns.filter((one) => !isKnown(one)) }] };
}

function compareKey(before: readonly Row[], after: readonly Row[], by: RowsComparison): Partial<RowsDiff> {
  const [first] = [...before, ...after];
  if (first === undefined) return {};
  const key = Object.fromEntries(by.keyColumns.map((column) => [column, first[column] ?? null]));
  if (isUnknownIn(first, by.keyColumns)) return { unpaired: [{ key, why: "not known", before, after }] };
  const left = withoutEqual(before, after, by.columns);
  const unchanged = left.equal;
  const [was, is] = [left.before[0], left.after[0]];
  if (was === undefined) return { unchanged, added: left.after };
  if (is === undefined) return { unchanged, removed: left.before };
  if (before.length === 1 && after.length === 1) return { unchanged, ...comparePair(was, is, by.columns) };
  return { unchanged, unpaired: [{ key, why: "several", before: left.before, after: left.after }] };
}

/**
 * Compares the rows of two runs by their key. Rows of one key are paired where each run has one; where a run has several, those
 * that are equal count as unchanged and the others stand together in `unpaired`.
 */
export function diffRows(before: readonly Row[], after: readonly Row[], by: RowsComparison): RowsDiff {
  const keyOf = (row: Row): string => rowKey(row, by.keyColumns);
  const [old, current] = [Map.groupBy(before, keyOf), Map.groupBy(after, keyOf)];
  const parts = [...new Set([...current.keys(), ...old.keys()])].map((key) =>
    compareKey(old.get(key) ?? [], current.get(key) ?? [], by),
  );
  return {
    added: parts.flatMap((one) => one.added ?? []),
    removed: parts.flatMap((one) => one.removed ?? []),
    changed: parts.flatMap((one) => one.changed ?? []),
    notKnown: parts.flatMap((one) => one.notKnown ?? []),
    unpaired: parts.flatMap((one) => one.unpaired ?? []),
    unchanged: parts.reduce((sum, one) => sum + (one.unchanged ?? 0), 0),
  };
}
