import type { KeptExceptionChange } from "../../audit/books/exception-book.ts";
import { type AcceptedException, openExceptions } from "../../reports/exceptions.ts";
import type { House } from "../house.ts";
import { getNamedReport } from "./named-report.ts";
import { todayIn } from "./parse-moment.ts";

/** An exception with whether it still holds. */
export interface ListedException extends AcceptedException {
  readonly holds: boolean;
}

/** The exceptions of a report for the org in use, and what became of them. */
export interface ExceptionList {
  readonly report: string;
  readonly keyColumns: readonly string[];
  readonly exceptions: readonly ListedException[];
  /** Newest first. */
  readonly changes: readonly KeptExceptionChange[];
}

/** All exceptions of a report for the org in use, those that have ended too. Throws `library/not-found`. */
export async function listExceptions(house: House, report: string): Promise<ExceptionList> {
  const { keyColumns } = await getNamedReport(house, report);
  const org = (await house.org()).address.origin;
  const today = todayIn(house.settings.timeZone);
  const exceptions = (await openExceptions(house.folder, report).list(org)).map((one) => ({
    ...one,
    holds: one.expires >= today,
  }));
  const changes = house.journal().exceptions.list(report);
  return { report, keyColumns, exceptions, changes: changes.filter((one) => one.org === org) };
}
