import { noSuchReport, openLibrary } from "../../reports/library.ts";
import { currentReview, currentVersion, type Report } from "../../reports/report.ts";
import type { ReportText } from "../../reports/report-text.ts";
import { findStarterReport, type StarterReport } from "../../reports/starter-reports.ts";
import type { House } from "../house.ts";

/** A report as it is run, whichever place it came from. */
export interface NamedReport extends ReportText {
  readonly name: string;
  readonly from: "library" | "starter";
  /** Of a saved one. */
  readonly version: number | null;
  /** Of a saved one: the review under which its current version was accepted. */
  readonly acceptedHash: string | null;
}

/** A saved report as it is run. */
export function savedReport(report: Report): NamedReport {
  const version = currentVersion(report);
  const { number, source, question, area, keyColumns, parameters, definitions } = version;
  const text = { source, question, area, keyColumns, parameters, definitions };
  const acceptedHash = currentReview(version).reviewHash;
  return { name: report.name, from: "library", version: number, acceptedHash, ...text };
}

/** A starter report as it is run. */
export function starterReport(report: StarterReport): NamedReport {
  return { ...report, from: "starter", version: null, acceptedHash: null };
}

/** The report of that name: a saved one before the starter one. Throws `library/not-found`. */
export async function getNamedReport(house: House, name: string): Promise<NamedReport> {
  const saved = await openLibrary(house.folder).find(name);
  if (saved !== undefined) return savedReport(saved);
  const starter = await findStarterReport(name);
  if (starter === undefined) throw noSuchReport(name);
  return starterReport(starter);
}
