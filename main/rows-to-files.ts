import { type DeliveryFormat, deliveryFormatOf, deliveryFormats } from "../terms/delivery-format.ts";
import { renderRows } from "../deliveries/render-rows.ts";
import { splitRows } from "../deliveries/split-rows.ts";
import type { Row } from "../terms/cell.ts";
import { Failure } from "../terms/failure.ts";
import { rowsWithExceptions } from "./report/rows-with-exceptions.ts";
import type { RowsTable } from "./rows-table.ts";
import type { RunReport } from "./run-report.ts";

/** Where the rows of an answer are to go. */
export interface RowsTarget {
  /** Its ending says the form: .csv, .xlsx, .json, .ndjson or .md. */
  readonly path: string;
  /** In place of what the ending says. */
  readonly format?: DeliveryFormat | undefined;
  /** The column by whose values the rows are split into files. */
  readonly split?: string | undefined;
  /** A byte order mark before CSV. */
  readonly byteOrderMark?: boolean | undefined;
}

/** One file as it is to be written. */
export interface RowsFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly rows: number;
}

function unusable(setting: string, expected: string, found: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting, expected },
    {
      found,
      why: "The answer is whole and in the journal; no file was written.",
      help: `It is ${expected}. Nothing need be read again: attest replay and attest report diff send nothing.`,
    },
  );
}

function targets(
  { columns, rows }: RowsTable,
  { path, split }: RowsTarget,
): readonly (readonly [string, readonly Row[]])[] {
  if (split === undefined) return [[path, rows]];
  if (!columns.includes(split)) {
    throw unusable("--split", `one of ${columns.join(", ")}`, `The answer has no column ${split} to split by.`);
  }
  const dot = path.lastIndexOf(".");
  const at = dot > path.lastIndexOf("/") ? dot : path.length;
  return splitRows(rows, split).map((one) => [`${path.slice(0, at)}-${one.fileNamePart}${path.slice(at)}`, one.rows]);
}

function getFormat(target: RowsTarget): DeliveryFormat {
  const format = target.format ?? deliveryFormatOf(target.path);
  if (format !== undefined) return format;
  const expected = `a file that ends in ${deliveryFormats.map((one) => `.${one}`).join(", ")}`;
  throw unusable("--out", expected, `The name ${target.path} does not say in which form the rows are to be written.`);
}

/** The files of a table. Throws `config/invalid` for an ending that is no form, or a column that is not there. */
export async function tableToFiles(table: RowsTable, target: RowsTarget): Promise<readonly RowsFile[]> {
  const format = getFormat(target);
  return Promise.all(
    targets(table, target).map(async ([path, rows]) => ({
      path,
      content: await renderRows(format, table.columns, rows, target.byteOrderMark === true),
      rows: rows.length,
    })),
  );
}

/**
 * The files of an answer's rows. A run that was declined, failed or stopped gives none: a table without rows would look like an
 * answer. Throws as `tableToFiles` does.
 */
export async function rowsToFiles(report: RunReport, target: RowsTarget): Promise<readonly RowsFile[]> {
  getFormat(target);
  if (report.outcome !== "answered" && report.outcome !== "empty") return [];
  return tableToFiles(rowsWithExceptions(report), target);
}
