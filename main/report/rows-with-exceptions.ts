import type { ExceptedRow } from "../../reports/match-exceptions.ts";
import type { Row } from "../../terms/cell.ts";
import type { RowsTable } from "../rows-table.ts";
import type { RunReport } from "../run-report.ts";
import { freeName } from "./free-name.ts";

/** The rows of an answer without those whose exception holds: what is still open. */
export function countOpen({ count, exceptions }: Pick<RunReport, "count" | "exceptions">): number {
  return count - (exceptions?.accepted.length ?? 0);
}

/**
 * The rows of an answer as a table for a file. Where its report has accepted exceptions each row says whether one holds for it, with
 * owner, ticket and last day, and those for which one does stand at the end.
 */
export function rowsWithExceptions({
  columns,
  rows,
  exceptions,
}: Pick<RunReport, "columns" | "rows" | "exceptions">): RowsTable {
  const names = columns.map((one) => one.name);
  if (exceptions === undefined) return { columns: names, rows };
  const added = ["exception", "owner", "ticket", "expires"].map((name) => freeName(name, names));
  const stated = (row: Row, state: string | null, excepted?: ExceptedRow): Row => {
    const { owner = null, ticket = null, expires = null } = excepted?.exception ?? {};
    return {
      ...row,
      ...Object.fromEntries(added.map((name, at) => [name, [state, owner, ticket, expires][at] ?? null])),
    };
  };
  const [accepted, expired] = [exceptions.accepted, exceptions.expired].map(
    (some) => new Map(some.map((one) => [one.row, one])),
  );
  const open = rows.flatMap((row, at) => {
    const ended = expired?.get(at);
    return accepted?.has(at) === true ? [] : [stated(row, ended === undefined ? null : "ended", ended)];
  });
  const apart = rows.flatMap((row, at) => {
    const one = accepted?.get(at);
    return one === undefined ? [] : [stated(row, "accepted", one)];
  });
  return { columns: [...names, ...added], rows: [...open, ...apart] };
}
