import type { ColumnType, TableCell } from "../terms/input-table.ts";

/** A cell in the type of its column, or what it would have to be. */
export type ReadCell = { readonly value: TableCell } | { readonly expected: string };

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function isDate(text: string): boolean {
  if (!isoDay.test(text) && !isoTime.test(text)) return false;
  const day = text.slice(0, 10);
  // A day that no calendar has would become the next month's.
  const isDay = !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
  return isDay && !Number.isNaN(Date.parse(text));
}

const words: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number such as 12 or -0.5, without separators of thousands",
  boolean: "true or false",
  date: "a date such as 2026-03-01 or 2026-03-01T09:00:00Z",
};

function readText(text: string, kind: string): TableCell | undefined {
  const trimmed = text.trim();
  switch (kind) {
    case "number":
      return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : undefined;
    case "boolean":
      return /^(true|false)$/i.test(trimmed) ? trimmed.toLowerCase() === "true" : undefined;
    case "date":
      return isDate(trimmed) ? trimmed : undefined;
    default:
      return text;
  }
}

function readTyped(value: unknown, kind: string): TableCell | undefined {
  if (typeof value === "string") return kind === "string" || kind === "date" ? readText(value, kind) : undefined;
  if (typeof value === "number") return kind === "number" ? value : undefined;
  return typeof value === "boolean" && kind === "boolean" ? value : undefined;
}

/**
 * A cell as it stands in a file, in the type of its column: a text of CSV, or a value of JSON, which has its type already. Texts
 * stay as they are; one of blanks alone is an empty cell.
 */
export function readCell(value: unknown, type: ColumnType, from: "text" | "json"): ReadCell {
  const mayBeEmpty = type.endsWith("?");
  const kind = mayBeEmpty ? type.slice(0, -1) : type;
  const isEmpty = value === undefined || value === null || (typeof value === "string" && value.trim() === "");
  if (isEmpty)
    return mayBeEmpty
      ? { value: null }
      : { expected: `${words[kind]}; only a column of the type "${kind}?" may be empty` };
  const read = from === "text" && typeof value === "string" ? readText(value, kind) : readTyped(value, kind);
  return read === undefined ? { expected: words[kind] ?? kind } : { value: read };
}
