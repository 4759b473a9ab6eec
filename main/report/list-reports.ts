import { openLibrary } from "../../reports/library.ts";
import { titleIn } from "../../reports/report-text.ts";
import { listStarterReports } from "../../reports/starter-reports.ts";
import type { FailureDescription } from "../../terms/failure.ts";
import type { House } from "../house.ts";
import { type NamedReport, savedReport, starterReport } from "./named-report.ts";

/** A report in the list. */
export interface ListedReport {
  readonly name: string;
  readonly from: "library" | "starter";
  /** Null for a starter report. */
  readonly version: number | null;
  readonly title: string;
  readonly area: string | null;
  readonly question: string | null;
}

/** All reports, and the files of the library that could not be read. */
export interface ReportList {
  readonly reports: readonly ListedReport[];
  readonly unreadable: readonly FailureDescription[];
}

/** A report in short. */
export function listed({ name, from, version, source, area, question }: NamedReport): ListedReport {
  return { name, from, version, title: titleIn(source), area: area ?? null, question: question ?? null };
}

/** All reports by name: the saved ones, and the starter ones that no saved one of the same name takes the place of. */
export async function listReports(house: House): Promise<ReportList> {
  const { reports, unreadable } = await openLibrary(house.folder).list();
  const saved = reports.map(savedReport);
  const names = new Set(saved.map((one) => one.name));
  const starters = (await listStarterReports()).map(starterReport).filter((one) => !names.has(one.name));
  const all = [...saved, ...starters].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return { reports: all.map(listed), unreadable };
}
