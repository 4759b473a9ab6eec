import { join } from "node:path";
import { openKeptFile, type KeptFile } from "../library/kept-file.ts";
import { readKeptFolder } from "../library/kept-folder.ts";
import { Failure, type FailureDescription } from "../terms/failure.ts";
import { checkReportName, isReportName } from "./report-name.ts";
import { currentVersion, type Report, reportShape, type ReportVersion, reportVersion } from "./report.ts";

/** A version before it has its number. */
export type NewVersion = Omit<ReportVersion, "number">;

/** What is in the library: the reports, and the files that could not be read, each with its failure. */
export interface LibraryContents {
  readonly reports: readonly Report[];
  readonly unreadable: readonly FailureDescription[];
}

/**
 * The saved reports of a data folder, one file each. Contract: reading throws `library/broken` or `library/newer` for that one
 * report; changing also `library/busy` and `library/unwritable`; nothing of another process is lost.
 */
export interface Library {
  /** All saved reports by name; a file that cannot be read does not hide the others. */
  list(): Promise<LibraryContents>;
  /** Throws `config/invalid` for what is no name of a report. */
  find(name: string): Promise<Report | undefined>;
  /** Saves a report under a new name. Throws `library/exists`. */
  create(name: string, version: NewVersion): Promise<Report>;
  /** Adds a version after the one with the number `read`. Throws `library/changed` where there is another one since. */
  addVersion(name: string, read: number, version: NewVersion): Promise<Report>;
  /** Replaces the current version, as where its review was accepted again. Throws `library/changed` in the same way. */
  replaceVersion(name: string, version: ReportVersion): Promise<Report>;
  /** Takes a report away. Throws `library/not-found`. */
  remove(name: string): Promise<void>;
}

function exists(name: string): Failure<"library/exists"> {
  return new Failure(
    "library/exists",
    { what: "report", name },
    {
      found: `There is a report ${name} already.`,
      why: "Saving over it would change what its name has answered so far.",
      help: `Take another name, or change it with attest report edit ${name}, which keeps its history.`,
    },
  );
}

/** What a report that is not there is said to be. */
export function noSuchReport(name: string): Failure<"library/not-found"> {
  return new Failure(
    "library/not-found",
    { what: "report", name },
    {
      found: `There is no report ${name}.`,
      why: "Nothing was run.",
      help: "attest report list shows all of them.",
    },
  );
}

function changedSince(name: string, read: number, found: number): Failure<"library/changed"> {
  return new Failure(
    "library/changed",
    { what: "report", name, read, found },
    {
      found: `The report ${name} is at version ${found} now; version ${read} was read.`,
      why: "Somebody else changed it in between, and this change would undo theirs unseen.",
      help: `Look at it with attest report show ${name}, then make the change again.`,
    },
  );
}

function unchangedSince(name: string, report: Report | undefined, read: number): Report {
  if (report === undefined) throw noSuchReport(name);
  const found = currentVersion(report).number;
  if (found !== read) throw changedSince(name, read, found);
  return report;
}

/** The library of a data folder. */
export function openLibrary(dataFolder: string): Library {
  const folder = join(dataFolder, "reports");
  const fileOf = (name: string): KeptFile<Report> =>
    openKeptFile({
      path: join(folder, `${checkReportName(name)}.json`),
      kind: "report",
      version: reportVersion,
      shape: reportShape,
    });
  return {
    list: async () => {
      const { kept, unreadable } = await readKeptFolder(folder, isReportName, (name) => fileOf(name).read());
      return { reports: kept, unreadable };
    },
    find: (name) => fileOf(name).read(),
    create: (name, version) =>
      fileOf(name).change((current) => {
        if (current !== undefined) throw exists(name);
        return { name, versions: [{ ...version, number: 1 }] };
      }),
    addVersion: (name, read, version) =>
      fileOf(name).change((current) => {
        const report = unchangedSince(name, current, read);
        return { name, versions: [...report.versions, { ...version, number: read + 1 }] };
      }),
    replaceVersion: (name, version) =>
      fileOf(name).change((current) => {
        const report = unchangedSince(name, current, version.number);
        return { name, versions: [...report.versions.slice(0, -1), version] };
      }),
    remove: async (name) => {
      if ((await fileOf(name).read()) === undefined) throw noSuchReport(name);
      await fileOf(name).remove();
    },
  };
}
