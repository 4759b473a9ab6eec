import { parse } from "csv-parse/sync";
import { Failure } from "../terms/failure.ts";
import type { TableColumns } from "../terms/input-table.ts";

/** A file's rows before they are typed. */
export interface RawTable {
  readonly from: "text" | "json";
  /** Names of the columns as they stand in the file. */
  readonly columns: readonly string[];
  readonly rows: readonly RawRow[];
}

/** One row as it stands in a file. */
export interface RawRow {
  /** The line on which it begins, from 1; of a JSON file the number of the item. */
  readonly line: number;
  /** Cells in the order of the columns. */
  readonly cells: readonly unknown[];
}

function unreadable(file: string, reason: string, help: string, cause?: unknown): Failure<"input/unreadable"> {
  return new Failure(
    "input/unreadable",
    { file, reason },
    { found: `${file} cannot be read as a table: ${reason}.`, why: "Nothing was run and nothing was sent.", help },
    cause,
  );
}

const csvHelp = "Save it as CSV in UTF-8 with one header line, or as a JSON list of objects (.json).";

/** The text of a file: UTF-8, or UTF-16 where it begins with that mark. Throws `input/unreadable`. */
function textOfFile(file: string, bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isWide ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw unreadable(file, "it is neither UTF-8 nor UTF-16", csvHelp, error);
  }
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parseRecords(text: string, delimiter: string, most?: number): readonly Parsed[] {
  const options = { delimiter, info: true, skip_empty_lines: true, relax_column_count: true } as const;
  const parsed: unknown = parse(text, most === undefined ? options : { ...options, to: most });
  // The library's own types know nothing of `info`.
  return Array.isArray(parsed) ? parsed : [];
}

/** The sign between cells: the first by which the header has all the columns that are wanted. */
function delimiterOf(text: string, wanted: TableColumns): string {
  const has = (delimiter: string): boolean => {
    const header = parseRecords(text, delimiter, 1)[0]?.record.map((one) => one.trim().toLowerCase()) ?? [];
    return Object.keys(wanted).every((name) => header.includes(name.toLowerCase()));
  };
  return [",", ";", "\t"].find(has) ?? ",";
}

/** Line ends within cells: a record is numbered by its last line. */
function breaksIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
}

function readCsv(file: string, text: string, wanted: TableColumns): RawTable {
  try {
    const [header, ...records] = parseRecords(text, delimiterOf(text, wanted));
    if (header === undefined) throw unreadable(file, "it is empty", csvHelp);
    const columns = header.record.map((one) => one.trim());
    const rows = records.map(({ record, info }) => ({ line: info.lines - breaksIn(record), cells: record }));
    return { from: "text", columns, rows };
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("CSV_")) {
      throw unreadable(file, error.message.replace(/\.$/, ""), csvHelp, error);
    }
    throw error;
  }
}

function readJson(file: string, text: string): RawTable {
  const help = 'It is a list of objects: [{ "login": "…" }, …].';
  let items: unknown;
  try {
    items = JSON.parse(text);
  } catch (error) {
    throw unreadable(file, error instanceof Error ? error.message : "it is no JSON", help, error);
  }
  if (!Array.isArray(items)) throw unreadable(file, "it is no list", help);
  const objects = items.map((item: unknown, index): Readonly<Record<string, unknown>> => {
    if (typeof item === "object" && item !== null && !Array.isArray(item)) return { ...item };
    throw unreadable(file, `item ${index + 1} is no object`, help);
  });
  const columns = [...new Set(objects.flatMap((one) => Object.keys(one)))];
  return {
    from: "json",
    columns,
    rows: objects.map((one, index) => ({ line: index + 1, cells: columns.map((name) => one[name]) })),
  };
}

/** The rows of a CSV or JSON file as they stand in it; a name that ends in .json is JSON. Throws `input/unreadable`. */
export function readRawTable(file: string, bytes: Uint8Array, wanted: TableColumns): RawTable {
  // One kind of line end, within cells too, or lines could not be numbered as an editor shows them.
  const text = textOfFile(file, bytes)
    .replace(/^\uFEFF/, "")
    .replaceAll(/\r\n?/g, "\n");
  return file.toLowerCase().endsWith(".json") ? readJson(file, text) : readCsv(file, text, wanted);
}
