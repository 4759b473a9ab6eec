import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { exceptionKey, openExceptions } from "../../reports/exceptions.ts";
import { parseTable } from "../../tables/parse-table.ts";
import { Failure, isFailure } from "../../terms/failure.ts";
import type { TableColumns, TableRow } from "../../terms/input-table.ts";
import type { House } from "../house.ts";
import { operatorName } from "../operator.ts";
import { type AcceptedException, getKeyColumns, keptException } from "./accept-exception.ts";
import { todayIn } from "./parse-moment.ts";

const own: TableColumns = { owner: "string", ticket: "string", expires: "date", reason: "string?" };

function unreadable(path: string, cause: unknown): Failure<"input/unreadable"> {
  const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
  return new Failure(
    "input/unreadable",
    { file: path, reason },
    {
      found: `${path} cannot be read: ${reason}.`,
      why: "The exceptions are as they were.",
      help: "Name a CSV or JSON file that you may read.",
    },
    cause,
  );
}

function badRow(file: string, row: number, failure: Failure): Failure<"input/bad-table"> {
  const { found, why, help } = failure.text;
  return new Failure(
    "input/bad-table",
    { file, line: row, column: null, reason: found },
    { found: `${file} row ${row}: ${found}`, why, help },
    failure,
  );
}

function twice(file: string, row: number, first: number): Failure<"input/bad-table"> {
  const reason = `it has the key of row ${first}`;
  return new Failure(
    "input/bad-table",
    { file, line: row, column: null, reason },
    {
      found: `${file} row ${row} cannot be taken: ${reason}.`,
      why: "Which owner and which end would hold cannot be told, so the exceptions are as they were.",
      help: "Leave one of the two rows.",
    },
  );
}

const textOf = (row: TableRow, column: string): string => String(row[column] ?? "");

/**
 * Puts the exceptions of a CSV or JSON file in the place of all those that a report has for the org in use. Its columns are the
 * report's key columns, owner, ticket, expires, and reason where there is one. Nothing is changed where a row cannot be taken:
 * throws `input/unreadable` and `input/bad-table`, and as `acceptException` does.
 */
export async function takeExceptions(
  house: House,
  report: string,
  path: string,
): Promise<readonly AcceptedException[]> {
  const keyColumns = await getKeyColumns(house, report);
  const org = (await house.org()).address.origin;
  const today = todayIn(house.settings.timeZone);
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  const file = basename(path);
  const columns: TableColumns = { ...Object.fromEntries(keyColumns.map((one) => [one, "string"] as const)), ...own };
  const seen = new Map<string, number>();
  const exceptions = parseTable(file, bytes, columns).map((row, index) => {
    const key = Object.fromEntries(keyColumns.map((column) => [column, textOf(row, column)]));
    const first = seen.get(exceptionKey(key));
    if (first !== undefined) throw twice(file, index + 1, first);
    seen.set(exceptionKey(key), index + 1);
    const [owner, ticket, expires, reason] = Object.keys(own).map((column) => textOf(row, column));
    try {
      const wanted = { report, key, owner: owner ?? "", ticket: ticket ?? "", expires: expires ?? "", reason };
      return keptException(wanted, { org, keyColumns, today });
    } catch (error) {
      throw isFailure(error) ? badRow(file, index + 1, error) : error;
    }
  });
  await openExceptions(house.folder, report).replace(org, exceptions);
  const operator = operatorName();
  await house.journal().exceptions.save({ report, org, change: "replaced", operator, exceptions });
  return exceptions;
}
