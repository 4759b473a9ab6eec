import canonicalize from "canonicalize";
import type { KeptReportRun } from "../../audit/runs/runs.ts";
import { openLibrary } from "../../reports/library.ts";
import type { Report } from "../../reports/report.ts";
import { isFailure } from "../../terms/failure.ts";
import type { ParameterValues } from "../../terms/snippet.ts";
import type { House } from "../house.ts";
import { applyParameters } from "../run/parameters.ts";
import { keptWarnings } from "../run/kept-warnings.ts";
import { reportRun } from "../run/report-run.ts";
import type { AnsweredAsOf, RunReport } from "../run-report.ts";
import { keptExceptions } from "./apply-exceptions.ts";
import { answersOf, findRows, noSuchAnswer } from "./kept-answers.ts";
import { getNamedReport } from "./named-report.ts";
import { calendarDaysBetween, type Moment, parseMoment } from "./parse-moment.ts";

/** Which answer of a report is wanted. */
export interface PastAnswerRequest {
  readonly name: string;
  /** A day or a time, as the operator wrote it. */
  readonly asOf: string;
  /** Values as the operator typed them. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The values that a report of that version would have been run with, in the types of the run's own. */
function wouldBe(
  run: KeptReportRun,
  saved: Report | undefined,
  given: Readonly<Record<string, string>>,
): ParameterValues | undefined {
  const version = saved?.versions.find((one) => one.number === run.report.version);
  try {
    return applyParameters({ ...run.beginning.review.parameters, ...version?.parameters }, given);
  } catch (error) {
    if (isFailure(error, "config/invalid")) return undefined;
    throw error;
  }
}

function isAsked(run: KeptReportRun, saved: Report | undefined, given: Readonly<Record<string, string>>): boolean {
  const wanted = wouldBe(run, saved, given);
  return wanted !== undefined && canonicalize(wanted) === canonicalize(run.beginning.parameters);
}

function answeredAsOf(run: KeptReportRun, { asked, at, timeZone }: Moment, endedAt: string): AnsweredAsOf {
  return {
    asked,
    at,
    timeZone,
    version: run.report.version,
    endedAt,
    hoursBefore: Math.round((Date.parse(at) - Date.parse(endedAt)) / 360_000) / 10,
    calendarDaysBefore: calendarDaysBetween(endedAt, at, timeZone),
  };
}

function erasedWords(erased: readonly KeptReportRun[]): readonly string[] {
  const [nearest] = erased;
  return nearest === undefined
    ? []
    : [
        `${erased.length} nearer ${erased.length === 1 ? "run is" : "runs are"} passed over: the rows are no longer kept (${nearest.run} was the nearest).`,
      ];
}

/**
 * The answer that a report gave last at or before a moment: of the runs with these parameters that had ended by then, the latest
 * whose rows are still kept. Sends nothing. Throws `library/not-found`, `config/invalid` for what is no moment, and
 * `journal/not-found` where nothing is kept.
 */
export async function reportAsOf(house: House, { name, asOf, parameters }: PastAnswerRequest): Promise<RunReport> {
  await getNamedReport(house, name);
  const moment = parseMoment(asOf, house.settings.timeZone);
  const [org, saved] = [(await house.findOrg())?.address.origin, await openLibrary(house.folder).find(name)];
  const runs = answersOf(house, name, org)
    .flatMap((run) => (run.endedAt !== undefined && run.endedAt <= moment.at ? [{ run, endedAt: run.endedAt }] : []))
    .filter(({ run }) => isAsked(run, saved, parameters))
    .toSorted((a, b) => (a.endedAt < b.endedAt ? 1 : -1));
  const erased: KeptReportRun[] = [];
  for (const { run, endedAt } of runs) {
    const rows = findRows(house, run);
    if (rows === undefined) {
      erased.push(run);
      continue;
    }
    const account = house.journal().runs.show(run.run);
    const end = { kind: "finished", rows, notes: run.ending?.notes ?? [], steps: 0, evidence: undefined } as const;
    const report = reportRun(account, end, [...keptWarnings(house, account, end), ...erasedWords(erased)]);
    const exceptions = keptExceptions(house, run.run);
    const then = exceptions === undefined ? report : { ...report, exceptions };
    return { ...then, answeredAsOf: answeredAsOf(run, moment, endedAt) };
  }
  throw nothingKept(name, moment, erased.length);
}

function nothingKept(name: string, { asked, at, timeZone }: Moment, erased: number): Error {
  const rows = erased === 0 ? "" : ` (of ${erased} the rows are no longer kept)`;
  return noSuchAnswer(
    name,
    `No run of the report ${name} with these parameters had ended by ${asked}, which is ${at} (${timeZone})${rows}.`,
    `attest report history ${name} shows its runs; attest report run ${name} answers as of now.`,
  );
}
