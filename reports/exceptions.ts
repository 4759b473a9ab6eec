import { join } from "node:path";
import { z } from "zod";
import { openKeptFile } from "../library/kept-file.ts";
import { Failure } from "../terms/failure.ts";
import { checkReportName } from "./report-name.ts";

/** That rows of a report with this key are known and accepted, by whom, under which ticket, and until when. */
export interface AcceptedException {
  /** Origin of the org for which it is accepted. */
  readonly org: string;
  /** Values of the report's key columns, as texts. */
  readonly key: Readonly<Record<string, string>>;
  /** Who answers for it. */
  readonly owner: string;
  readonly ticket: string;
  /** The last day on which it holds, `2026-12-31`. */
  readonly expires: string;
  readonly reason: string | null;
  /** Who wrote it down, as claimed by the operating system. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/**
 * The accepted exceptions of one report. Contract: reading throws `library/broken` or `library/newer`; changing also `library/busy`
 * and `library/unwritable`; nothing of another process is lost.
 */
export interface ExceptionStore {
  /** Those of an org, those that have ended too, in the order of their keys. */
  list(org: string): Promise<readonly AcceptedException[]>;
  /** Accepts one; one of the same org and key is replaced. */
  accept(exception: AcceptedException): Promise<void>;
  /** Puts these in the place of all those of an org. */
  replace(org: string, exceptions: readonly AcceptedException[]): Promise<void>;
  /** Takes one away. Throws `library/not-found`. */
  remove(org: string, key: AcceptedException["key"]): Promise<void>;
}

/** One exception, as it stands in a file or a journal. */
export const exceptionShape: z.ZodType<AcceptedException> = z.strictObject({
  org: z.string(),
  key: z.record(z.string(), z.string()),
  owner: z.string(),
  ticket: z.string(),
  expires: z.string(),
  reason: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});

const shape: z.ZodType<readonly AcceptedException[]> = z.array(exceptionShape);

/** A key as one text: the same for the same values, whatever the order of the columns. */
export function exceptionKey(key: AcceptedException["key"]): string {
  return JSON.stringify(Object.entries(key).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function noSuchException(key: AcceptedException["key"]): Failure<"library/not-found"> {
  const name = Object.entries(key)
    .map(([column, value]) => `${column}=${value}`)
    .join(", ");
  return new Failure(
    "library/not-found",
    { what: "exception", name },
    {
      found: `No exception is accepted for ${name}.`,
      why: "Nothing was changed.",
      help: "attest report exceptions NAME shows all of a report.",
    },
  );
}

function sorted(exceptions: readonly AcceptedException[]): readonly AcceptedException[] {
  return exceptions.toSorted((a, b) => (exceptionKey(a.key) < exceptionKey(b.key) ? -1 : 1));
}

/** The exceptions of a report in a data folder. Throws `config/invalid` for what is no name of a report. */
export function openExceptions(dataFolder: string, report: string): ExceptionStore {
  const path = join(dataFolder, "exceptions", `${checkReportName(report)}.json`);
  const file = openKeptFile({ path, kind: "exceptions", version: 1, shape });
  const isOther =
    (org: string, key: AcceptedException["key"]) =>
    (one: AcceptedException): boolean =>
      one.org !== org || exceptionKey(one.key) !== exceptionKey(key);
  return {
    list: async (org) => ((await file.read()) ?? []).filter((one) => one.org === org),
    accept: async (exception) => {
      const { org, key } = exception;
      await file.change((current = []) => sorted([...current.filter(isOther(org, key)), exception]));
    },
    replace: async (org, exceptions) => {
      await file.change((current = []) => sorted([...current.filter((one) => one.org !== org), ...exceptions]));
    },
    remove: async (org, key) => {
      await file.change((current = []) => {
        const left = current.filter(isOther(org, key));
        if (left.length === current.length) throw noSuchException(key);
        return left;
      });
    },
  };
}
