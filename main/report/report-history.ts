import { noSuchReport, openLibrary } from "../../reports/library.ts";
import { findStarterReport } from "../../reports/starter-reports.ts";
import type { Report } from "../../reports/report.ts";
import type { House } from "../house.ts";

/** A run of a report, in short. */
export interface ReportRunLine {
  readonly run: string;
  readonly begunAt: string;
  readonly version: number | null;
  /** `open` where it goes on, or was killed. */
  readonly outcome: string;
  readonly rows: number | null;
}

/** A saved report with every version, and its newest runs. */
export interface ReportHistory {
  readonly name: string;
  /** Empty for a starter report. */
  readonly versions: Report["versions"];
  readonly runs: readonly ReportRunLine[];
}

/** Runs that the history names. */
const shownRuns = 20;

/** Every version of a report, and its newest runs. Throws `library/not-found`. */
export async function reportHistory(house: House, name: string): Promise<ReportHistory> {
  const report = await openLibrary(house.folder).find(name);
  if (report === undefined && (await findStarterReport(name)) === undefined) throw noSuchReport(name);
  const runs = house.journal().runs.listOfReport(name, { limit: shownRuns });
  return {
    name,
    versions: report?.versions ?? [],
    runs: runs.map(({ run, begunAt, ending, report: { version } }) => ({
      run,
      begunAt,
      version,
      outcome: ending?.outcome ?? "open",
      rows: ending?.rowCount ?? null,
    })),
  };
}
