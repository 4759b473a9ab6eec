import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openLibrary } from "../../reports/library.ts";
import { currentVersion, type VersionOrigin } from "../../reports/report.ts";
import { checkReportName } from "../../reports/report-name.ts";
import { parseReportText, renderReportText } from "../../reports/report-text.ts";
import { Failure, isFailure } from "../../terms/failure.ts";
import type { House } from "../house.ts";
import { getNamedReport, savedReport } from "./named-report.ts";
import type { SaveResult } from "./save-report.ts";
import { writeVersion } from "./write-version.ts";

/** A report's text as it is edited and exported, and the version that it is of. */
export interface EditableReport {
  readonly name: string;
  /** 0 for a starter report: its edited text becomes version 1 of a saved one. */
  readonly version: number;
  readonly text: string;
}

/** The text of a report, as a `.ts` file holds it. Throws `library/not-found`. */
export async function exportReport(house: House, name: string): Promise<EditableReport> {
  const report = await getNamedReport(house, name);
  return { name, version: report.version ?? 0, text: renderReportText(report) };
}

async function keepAside(house: House, name: string, text: string): Promise<string> {
  const path = join(house.folder, `${name}.not-saved.ts`);
  await writeFile(path, text, { mode: 0o600 });
  return path;
}

/** The failure, with where the text is that was not saved. */
function keptAside(failure: Failure, path: string): Failure {
  const { found, why, help } = failure.text;
  return new Failure(
    failure.code,
    failure.details,
    { found, why: `${why} Your text is not lost: it is in ${path}.`, help },
    failure,
  );
}

async function write(house: House, edited: EditableReport, how: VersionOrigin): Promise<SaveResult> {
  const { name, version: read, text } = edited;
  const report = parseReportText(text);
  const library = openLibrary(house.folder);
  const current = read === 0 ? undefined : await library.find(name);
  if (current !== undefined && renderReportText(savedReport(current)) === renderReportText(report)) {
    return { kind: "unchanged", name, version: currentVersion(current) };
  }
  const written = await writeVersion(house, { ...report, how });
  if (written.kind === "findings") {
    await keepAside(house, name, text);
    return { ...written, source: report.source };
  }
  const saved =
    read === 0 ? await library.create(name, written.version) : await library.addVersion(name, read, written.version);
  return { kind: "saved", name, version: currentVersion(saved) };
}

/**
 * Saves an edited text as the next version of a report. Throws `library/changed` where somebody else saved one since it was read.
 * A text that is not saved, for that or for findings, is kept in the data folder as `NAME.not-saved.ts`.
 */
export async function editReport(
  house: House,
  edited: EditableReport,
  how: VersionOrigin = "edited",
): Promise<SaveResult> {
  checkReportName(edited.name);
  try {
    return await write(house, edited, how);
  } catch (error) {
    if (!isFailure(error)) throw error;
    throw keptAside(error, await keepAside(house, edited.name, edited.text));
  }
}

/** Saves a report from the text of a `.ts` file: a new one, or the next version of the one with that name. */
export async function importReport(house: House, name: string, text: string): Promise<SaveResult> {
  const current = await openLibrary(house.folder).find(name);
  const version = current === undefined ? 0 : currentVersion(current).number;
  return editReport(house, { name, version, text }, "imported");
}
