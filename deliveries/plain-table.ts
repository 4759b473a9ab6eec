import { cellText } from "./cell-text.ts";
import type { MessageTable } from "./delivery-message.ts";

/** The first rows of a table as lines of text, and how many more there are. */
export interface PlainTable {
  readonly lines: readonly string[];
  readonly left: number;
}

const widestCell = 40;

function cut(text: string): string {
  const line = text.replaceAll(/[\s\p{C}]+/gu, " ");
  return line.length > widestCell ? `${line.slice(0, widestCell - 1)}…` : line;
}

/** A table for people, in columns: as many rows as fit into that many characters, long cells cut. */
export function plainTable({ columns, rows }: MessageTable, mostCharacters: number): PlainTable {
  const shown = rows.slice(0, 100);
  const cells = [columns.map(cut), ...shown.map((row) => columns.map((column) => cut(cellText(row[column] ?? null))))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  const lines: string[] = [];
  let room = mostCharacters;
  for (const line of cells) {
    const text = line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd();
    room -= text.length + 1;
    if (room < 0) break;
    lines.push(text);
  }
  return { lines, left: rows.length - Math.max(0, lines.length - 1) };
}

/** Says that rows are not shown. */
export function sayLeft(left: number): readonly string[] {
  if (left === 0) return [];
  return [`${left === 1 ? "1 row more is" : `${left} rows more are`} not shown here.`];
}
