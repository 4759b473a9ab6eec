import { diffArrays } from "diff";
import type { Checked } from "../../executor/check/checker.ts";
import { renderReview } from "../../executor/check/review/render-review.ts";
import { openLibrary } from "../../reports/library.ts";
import { type AcceptedReview, currentReview, currentVersion, type Report } from "../../reports/report.ts";
import { listStarterReports } from "../../reports/starter-reports.ts";
import type { KeptReportRun } from "../../audit/runs/runs.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";
import type { FailureDescription } from "../../terms/failure.ts";
import type { Finding } from "../../terms/finding.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import { checkKnowingApps } from "../org/check-knowing-apps.ts";
import { schemaForRun } from "../org/schema-for-run.ts";
import type { ReplayReport } from "../replay-report.ts";
import { buildHashOf, currentVersions } from "../run/build-versions.ts";
import { replayChecked } from "../run/replay-checked.ts";
import { type NamedReport, savedReport, starterReport } from "./named-report.ts";

/** Runs of each report that are replayed. */
const replayedRuns = 3;

/** A line of the review that is gone or new. */
export interface ReviewDifference {
  readonly kind: "gone" | "new";
  readonly line: string;
}

/** One run, replayed under the build of today. */
export type ReplayedRun = Pick<ReplayReport, "run" | "verdict" | "divergence" | "failure">;

/**
 * What the build of today says of a report. `equal`: the same review, so its approvals hold; `changed`: another review, which
 * nobody has read; `findings`: it no longer passes the check; `new`: a starter report that never ran, so there is nothing to
 * compare with.
 */
export interface VerifiedReport {
  readonly name: string;
  readonly version: number | null;
  readonly state: "equal" | "changed" | "findings" | "new";
  /** Whether this build has been accepted for it already. */
  readonly settled: boolean;
  readonly findings: readonly Finding[];
  /** In the review's own words. */
  readonly differences: readonly ReviewDifference[];
  readonly replays: readonly ReplayedRun[];
  /** What an approval of it as it is now binds. */
  readonly reviewHash: string | null;
}

/** What came of looking at all reports. */
export interface VerifiedLibrary {
  readonly reports: readonly VerifiedReport[];
  readonly unreadable: readonly FailureDescription[];
}

/** A report with the review under which it was accepted, as far as there is one. */
interface ToVerify {
  readonly report: NamedReport;
  readonly accepted: Pick<AcceptedReview, "reviewHash" | "words" | "buildHash"> | undefined;
  readonly runs: readonly KeptReportRun[];
}

function savedToVerify(house: House, report: Report): ToVerify {
  const version = currentVersion(report);
  const runs = house.journal().runs.listOfReport(report.name, { limit: 10 * replayedRuns });
  return {
    report: savedReport(report),
    accepted: currentReview(version),
    runs: runs.filter((one) => one.report.version === version.number),
  };
}

/** A starter report has no place of its own for what was accepted: its last run has the review. */
function starterToVerify(house: House, report: NamedReport): ToVerify {
  const runs = house.journal().runs.listOfReport(report.name, { limit: 10 * replayedRuns });
  const own = runs.filter((one) => one.report.version === null);
  const last = own[0]?.beginning;
  return {
    report,
    accepted: last && {
      reviewHash: last.review.reviewHash,
      words: renderReview(last.review).split("\n"),
      buildHash: last.buildHash,
    },
    runs: own,
  };
}

function differencesOf(then: readonly string[], current: readonly string[]): readonly ReviewDifference[] {
  return diffArrays([...then], [...current]).flatMap((part) => {
    if (!part.added && !part.removed) return [];
    const kind = part.added ? "new" : "gone";
    return part.value.filter((line) => line.trim() !== "").map((line) => ({ kind, line }) as const);
  });
}

/** Runs that a replay can be compared with: those that gave rows. */
function comparable({ ending }: KeptReportRun): boolean {
  return ending?.rowsHash !== undefined;
}

async function replayLast(
  house: House,
  runs: readonly KeptReportRun[],
  checked: Checked,
): Promise<readonly ReplayedRun[]> {
  const replays: ReplayedRun[] = [];
  for (const kept of runs.filter(comparable).slice(0, replayedRuns)) {
    const { run, verdict, divergence, failure } = await replayChecked(house, kept, checked);
    replays.push({
      run,
      verdict,
      ...(divergence === undefined ? {} : { divergence }),
      ...(failure === undefined ? {} : { failure }),
    });
  }
  return replays;
}

async function verifyOne(
  house: House,
  front: Front,
  toVerify: ToVerify,
  orgSchema: OrgSchema,
): Promise<VerifiedReport> {
  const { report, accepted, runs } = toVerify;
  const { name, version, source, definitions } = report;
  const base = { name, version, settled: false, findings: [], differences: [], replays: [], reviewHash: null };
  const { result } = await checkKnowingApps(house, front, source, { orgSchema, definitions });
  if (result.kind === "findings") return { ...base, state: "findings", findings: result.findings };
  const { checked } = result;
  const { reviewHash } = checked.review;
  if (accepted === undefined) return { ...base, state: "new", reviewHash };
  const build = buildHashOf(await currentVersions(checked));
  return {
    ...base,
    state: accepted.reviewHash === reviewHash ? "equal" : "changed",
    settled: accepted.reviewHash === reviewHash && accepted.buildHash === build,
    differences: differencesOf(accepted.words, renderReview(checked.review).split("\n")),
    replays: await replayLast(house, runs, checked),
    reviewHash,
  };
}

/**
 * Checks all reports with the build and the org's attributes of today, and replays the last three runs of each. Nothing is sent
 * but, where it may be, the look-up of the org's attributes.
 */
export async function verifyReports(house: House, front: Front): Promise<VerifiedLibrary> {
  const orgSchema = await schemaForRun(house, front);
  const { reports, unreadable } = await openLibrary(house.folder).list();
  const names = new Set(reports.map((one) => one.name));
  const starters = (await listStarterReports()).filter((one) => !names.has(one.name)).map(starterReport);
  const all = [
    ...reports.map((one) => savedToVerify(house, one)),
    ...starters.map((one) => starterToVerify(house, one)),
  ];
  const verified: VerifiedReport[] = [];
  for (const one of all) verified.push(await verifyOne(house, front, one, orgSchema));
  return { reports: verified, unreadable };
}
