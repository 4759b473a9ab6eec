import { type AcceptedException, openExceptions } from "../../reports/exceptions.ts";
import { Failure } from "../../terms/failure.ts";
import type { House } from "../house.ts";
import { operatorName } from "../operator.ts";
import { getNamedReport } from "./named-report.ts";
import { todayIn } from "./parse-moment.ts";

export type { AcceptedException } from "../../reports/exceptions.ts";

/** An exception as the operator wants it accepted. */
export interface ExceptionToAccept {
  readonly report: string;
  /** A value for each of the report's key columns. */
  readonly key: Readonly<Record<string, string>>;
  readonly owner: string;
  readonly ticket: string;
  /** The last day on which it holds. */
  readonly expires: string;
  readonly reason?: string | undefined;
}

function unusable(setting: string, expected: string, found: string, help: string): Failure<"config/invalid"> {
  const why =
    "An exception that nobody answers for, or that never ends, would hide rows for good; nothing was changed.";
  return new Failure("config/invalid", { setting, expected }, { found, why, help });
}

/** The key columns of a report. Throws `library/not-found`, and `config/invalid` where it has none. */
export async function getKeyColumns(house: House, report: string): Promise<readonly string[]> {
  const { keyColumns } = await getNamedReport(house, report);
  if (keyColumns.length > 0) return keyColumns;
  throw unusable(
    "the report's key",
    "columns that identify a row",
    `The report ${report} has no key columns.`,
    "Give it some with attest report edit: a line // Key: column, column in its text.",
  );
}

function assertKey(key: ExceptionToAccept["key"], keyColumns: readonly string[]): void {
  const names = Object.keys(key);
  if (names.length === keyColumns.length && keyColumns.every((one) => names.includes(one) && key[one]?.trim() !== ""))
    return;
  throw unusable(
    "--key",
    keyColumns.join(", "),
    `The report tells its rows apart by ${keyColumns.join(", ")}, and the exception names ${names.join(", ") || "none"}.`,
    `Write ${keyColumns.map((one) => `--key ${one}=VALUE`).join(" ")}.`,
  );
}

/** The exception as it is kept. Throws `config/invalid` where it lacks an owner or a ticket, or has ended already. */
export function keptException(
  wanted: ExceptionToAccept,
  { org, keyColumns, today }: { readonly org: string; readonly keyColumns: readonly string[]; readonly today: string },
): AcceptedException {
  assertKey(wanted.key, keyColumns);
  const [owner, ticket, expires] = [wanted.owner.trim(), wanted.ticket.trim(), wanted.expires.trim()];
  if (owner === "")
    throw unusable("--owner", "who answers for it", "The exception names no owner.", "Name a person or a team.");
  if (ticket === "")
    throw unusable(
      "--ticket",
      "where it was decided",
      "The exception names no ticket.",
      "Name the ticket, such as SEC-12.",
    );
  if (!/^\d{4}-\d{2}-\d{2}$/.test(expires) || Number.isNaN(Date.parse(expires))) {
    throw unusable("--expires", "a day", `${JSON.stringify(expires)} is no day.`, "Write it as 2026-12-31.");
  }
  if (expires < today) {
    throw unusable(
      "--expires",
      "a day to come",
      `The exception would have ended on ${expires}.`,
      "Name the last day on which it is to hold.",
    );
  }
  const reason = wanted.reason?.trim();
  const kept = {
    reason: reason === undefined || reason === "" ? null : reason,
    by: operatorName(),
    at: new Date().toISOString(),
  };
  return { org, key: { ...wanted.key }, owner, ticket, expires, ...kept };
}

/**
 * Accepts rows of a report for the org in use: from now on they stand apart in its answers. Throws `library/not-found` for no such
 * report, and `config/invalid` for a key, owner, ticket or day that cannot be.
 */
export async function acceptException(house: House, wanted: ExceptionToAccept): Promise<AcceptedException> {
  const keyColumns = await getKeyColumns(house, wanted.report);
  const org = (await house.org()).address.origin;
  const exception = keptException(wanted, { org, keyColumns, today: todayIn(house.settings.timeZone) });
  await openExceptions(house.folder, wanted.report).accept(exception);
  const change = {
    report: wanted.report,
    org,
    change: "accepted",
    operator: exception.by,
    exceptions: [exception],
  } as const;
  await house.journal().exceptions.save(change);
  return exception;
}

/** Takes an exception of the org in use away. Throws `library/not-found`. */
export async function removeException(house: House, report: string, key: AcceptedException["key"]): Promise<void> {
  const org = (await house.org()).address.origin;
  await openExceptions(house.folder, report).remove(org, key);
  await house
    .journal()
    .exceptions.save({ report, org, change: "removed", operator: operatorName(), exceptions: [{ key }] });
}
