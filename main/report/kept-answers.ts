import { parseRows } from "../../audit/entries/canonical-rows.ts";
import type { KeptReportRun } from "../../audit/runs/runs.ts";
import type { Row } from "../../terms/cell.ts";
import { Failure, isFailure } from "../../terms/failure.ts";
import type { House } from "../house.ts";

/** A run of a report that gave an answer, with the rows that the journal still has. */
export interface KeptAnswer {
  readonly kept: KeptReportRun;
  readonly rows: readonly Row[];
}

/** Whether a run gave an answer to the report's question: none that was cut to a sample did. */
function isAnswer({ beginning, ending }: KeptReportRun): boolean {
  const { outcome } = ending ?? {};
  return (outcome === "answered" || outcome === "empty") && beginning.sample === undefined;
}

/** The rows of a run; undefined where their time is over and they were pruned. Throws `journal/broken`. */
export function findRows(house: House, { ending }: KeptReportRun): readonly Row[] | undefined {
  if (ending?.rowsHash === undefined) return undefined;
  try {
    return parseRows(house.journal().loadBody(ending.rowsHash));
  } catch (error) {
    if (isFailure(error, "journal/not-found")) return undefined;
    throw error;
  }
}

/** All runs of a report that gave an answer about an org, newest first; of every org where none is named. */
export function answersOf(house: House, name: string, org: string | undefined): readonly KeptReportRun[] {
  return house
    .journal()
    .runs.listOfReport(name, { limit: Number.MAX_SAFE_INTEGER })
    .filter((one) => isAnswer(one) && (org === undefined || one.beginning.org === org));
}

/** The answers of a report that can still be read, newest first. One after the other, so that no more rows are read than are used. */
export function* keptAnswers(house: House, name: string, org: string | undefined): Generator<KeptAnswer> {
  for (const kept of answersOf(house, name, org)) {
    const rows = findRows(house, kept);
    if (rows !== undefined) yield { kept, rows };
  }
}

/** What it says where a report has no answer of the kind that is wanted. */
export function noSuchAnswer(name: string, found: string, help: string): Failure<"journal/not-found"> {
  const why = "Only a run that gave an answer, was not cut to a sample, and whose rows are still kept can be used.";
  return new Failure("journal/not-found", { what: `run of ${name}`, name }, { found, why, help });
}
