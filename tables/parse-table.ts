import { Failure } from "../terms/failure.ts";
import type { ColumnType, TableCell, TableColumns, TableRow } from "../terms/input-table.ts";
import { readCell } from "./read-cell.ts";
import { type RawRow, type RawTable, readRawTable } from "./raw-table.ts";

/** Rows that a file may have. */
const mostRows = 100_000;
/** Bad cells that are named one by one. */
const named = 5;

interface BadCell {
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
  /** What stands there, for the operator's eyes: the details of a failure hold no values. */
  readonly value?: string;
}

function badTable(file: string, bad: readonly BadCell[], unit: string): Failure<"input/bad-table"> {
  const { line, column, reason } = bad[0] ?? { line: 1, column: null, reason: "" };
  const words = bad
    .slice(0, named)
    .map(
      (one) =>
        `${unit} ${one.line}${one.column === null ? "" : `, column ${one.column}`}: ${one.value === undefined ? "" : `${one.value} is `}${one.reason}`,
    );
  const more = bad.length > named ? `; and ${bad.length - named} more` : "";
  return new Failure(
    "input/bad-table",
    { file, line, column, reason },
    {
      found: `${file} is not as the snippet declares its columns. ${words.join("; ")}${more}.`,
      why: "A row that is left out or guessed at would change the answer unseen, so nothing was run and nothing was sent.",
      help: "Mend the file, or change the column's type in inputTable({ … }).",
    },
  );
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** A declared column and where its cells stand in a row; -1 where the file has none. */
interface PlacedColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly at: number;
}

function placeColumns(raw: RawTable, columns: TableColumns): readonly PlacedColumn[] {
  const found = raw.columns.map((name) => name.toLowerCase());
  return Object.entries(columns).map(([name, type]) => ({ name, type, at: found.indexOf(name.toLowerCase()) }));
}

function badColumns(raw: RawTable, placed: readonly PlacedColumn[]): readonly BadCell[] {
  return placed.flatMap(({ name, type, at }): readonly BadCell[] => {
    const count = raw.columns.filter((one) => one.toLowerCase() === name.toLowerCase()).length;
    const bad = { line: 1, column: name };
    if (count > 1) return [{ ...bad, reason: "the file has several columns of that name" }];
    if (at >= 0 || (raw.from === "json" && type.endsWith("?"))) return [];
    return [{ ...bad, reason: `the file has no such column; it has ${raw.columns.map(shown).join(", ") || "none"}` }];
  });
}

/**
 * The rows of a CSV or JSON file in the types of the declared columns, each as `{ column: value }` and nothing besides: what no
 * column names is not taken. Throws `input/unreadable`, or `input/bad-table` with the line and column of what is wrong.
 */
export function parseTable(file: string, bytes: Uint8Array, columns: TableColumns): readonly TableRow[] {
  const raw = readRawTable(file, bytes, columns);
  const unit = raw.from === "json" ? "item" : "line";
  const placed = placeColumns(raw, columns);
  const bad: BadCell[] = [...badColumns(raw, placed)];
  if (bad.length > 0) throw badTable(file, bad, unit);
  if (raw.rows.length > mostRows) {
    const reason = `it has ${raw.rows.length} rows; ${mostRows} are the most`;
    throw badTable(file, [{ line: mostRows, column: null, reason }], unit);
  }
  const rows = raw.rows.map((row) => typedRow(row, raw, placed, bad));
  if (bad.length > 0) throw badTable(file, bad, unit);
  return rows;
}

function typedRow(
  { line, cells }: RawRow,
  { from, columns }: RawTable,
  placed: readonly PlacedColumn[],
  bad: BadCell[],
): TableRow {
  if (cells.length !== columns.length) {
    bad.push({ line, column: null, reason: `it has ${cells.length} cells, the header has ${columns.length}` });
    return {};
  }
  const row: Record<string, TableCell> = {};
  for (const { name, type, at } of placed) {
    const read = readCell(cells[at], type, from);
    if ("value" in read) row[name] = read.value;
    else bad.push({ line, column: name, value: shown(cells[at]), reason: `not ${read.expected}` });
  }
  return row;
}
