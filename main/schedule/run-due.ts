import type { DueRun } from "../../audit/books/schedule-book.ts";
import type { Schedule } from "../../reports/schedule/schedule.ts";
import { type FailureDescription, isFailure } from "../../terms/failure.ts";
import type { Front } from "../front.ts";
import type { DeliveredParcel } from "../delivery/parcel.ts";
import type { House } from "../house.ts";
import { schemaForRun } from "../org/schema-for-run.ts";
import { answeredRuns, type PackResult, runPack } from "../report/run-pack.ts";
import { runReport } from "../report/run-report.ts";
import type { RunResult } from "../run-report.ts";
import type { Due } from "./agenda.ts";
import { isAlert, isPackAlert } from "./alert.ts";

/** What a scheduled run gave, or the runs of a pack, or the failure that kept it from being one. */
export type DueAnswer =
  | RunResult
  | { readonly kind: "pack"; readonly found: PackResult }
  | { readonly kind: "failed"; readonly failure: FailureDescription };

/** What was due, and what became of it. */
export interface DoneDue extends Due {
  /** As it stands in the journal. */
  readonly kept: DueRun;
  /** Undefined where nothing was run, since it was too late. */
  readonly answer: DueAnswer | undefined;
  readonly parcels: readonly DeliveredParcel[];
}

/** Nobody is there to ask, and nothing that was not approved is run. */
function unattended(signal: AbortSignal): Front {
  return {
    decide: undefined,
    allowLookUp: undefined,
    onProgress: () => undefined,
    yes: false,
    isScheduled: true,
    signal,
  };
}

async function run(house: House, schedule: Schedule, signal: AbortSignal): Promise<DueAnswer> {
  const { report, pack, parameters, zone } = schedule;
  const front = unattended(signal);
  // Calendar days of the run are those of the schedule.
  const inZone: House = { ...house, settings: { ...house.settings, timeZone: zone } };
  // The built-in look-up of the org's attributes came approved with the release: it is sent once a day where that is allowed.
  if (house.settings.lookUps === "auto") await schemaForRun(inZone, { ...front, yes: true });
  if (pack !== undefined) return { kind: "pack", found: await runPack(inZone, pack, front) };
  return runReport(inZone, { name: report, parameters }, front);
}

function resultOutcome(result: RunResult): string {
  return result.kind === "report" ? result.report.outcome : result.kind;
}

/** Of a pack: `incomplete` where some of its reports gave no answer, and as the first of them where none did. */
function packOutcome({ results, unanswered }: PackResult): string {
  if (unanswered.length === 0) return "answered";
  const [first] = results;
  return unanswered.length < results.length || first === undefined ? "incomplete" : resultOutcome(first.result);
}

function outcomeOf(answer: DueAnswer): DueRun["outcome"] {
  switch (answer.kind) {
    case "failed":
      return answer.kind;
    case "pack":
      return packOutcome(answer.found);
    case "report":
    case "findings":
    case "waiting":
      return resultOutcome(answer);
  }
}

function isAlertIn(answer: DueAnswer, condition: Schedule["alertWhen"]): boolean {
  if (answer.kind === "pack") return isPackAlert(condition, answer.found);
  return answer.kind === "report" && isAlert(condition, answer.report);
}

function keptOf({ schedule, due, missed, late }: Due, answer: DueAnswer): DueRun {
  const { name, report, alertWhen } = schedule;
  return {
    schedule: name,
    report,
    due,
    missed,
    late,
    outcome: outcomeOf(answer),
    run: answer.kind === "report" ? answer.report.run : null,
    ...(answer.kind === "pack" ? { runs: answeredRuns(answer.found) } : {}),
    alert: isAlertIn(answer, alertWhen),
    ...(answer.kind === "failed" ? { failure: answer.failure.code } : {}),
    delivered: 0,
    undelivered: 0,
  };
}

/** Whether a run, or one of a pack, did not come to its end because somebody stopped it. */
function isStopped(answer: DueAnswer): boolean {
  const results = answer.kind === "pack" ? answer.found.results.map(({ result }) => result) : [answer];
  return results.some((one) => one.kind === "report" && one.report.outcome === "stopped");
}

/** Runs what is due. Undefined where the signal fired before it was through: then it is as if it had not been begun. */
export async function runDue(house: House, due: Due, signal: AbortSignal): Promise<DoneDue | undefined> {
  let answer: DueAnswer;
  try {
    answer = await run(house, due.schedule, signal);
  } catch (error) {
    if (signal.aborted) return undefined;
    if (!isFailure(error)) throw error;
    answer = { kind: "failed", failure: error.describe() };
  }
  if (signal.aborted && isStopped(answer)) return undefined;
  return { ...due, answer, parcels: [], kept: keptOf(due, answer) };
}

/** What became of a due run that is not caught up. */
export function leftOut(due: Due): DoneDue {
  const { name, report } = due.schedule;
  const { due: at, missed, late } = due;
  const nothing = { outcome: "missed", run: null, alert: false, delivered: 0, undelivered: 0 };
  return {
    ...due,
    answer: undefined,
    parcels: [],
    kept: { schedule: name, report, due: at, missed, late, ...nothing },
  };
}
