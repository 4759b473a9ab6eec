import { z } from "zod";
import type { Approval } from "../../terms/approval.ts";
import type { Row } from "../../terms/cell.ts";
import { columnTypes, type TableReference } from "../../terms/input-table.ts";
import type { FailureDescription } from "../../terms/failure.ts";
import type { BuildVersions } from "../../terms/recording.ts";
import type { Review } from "../../terms/review.ts";
import type { Candidate, OutcomeKind } from "../../terms/run-end.ts";
import type { RunLimits } from "../../terms/run-limits.ts";
import type { ParameterValues } from "../../terms/snippet.ts";

/** Who made the snippet of a run. */
export type RunPlanner = "phrasebook" | "model" | "report" | "file" | "look-up";

/** Which report a run is of. */
export interface RunOfReport {
  readonly name: string;
  /** Null for a starter report, which has the version of the release. */
  readonly version: number | null;
}

/** Everything about a run that is known before its first request. */
export interface RunBeginning {
  readonly question?: string | undefined;
  /** The planner's reading of the question. */
  readonly reading?: string | undefined;
  /** The chain of the planning that led here, from `beginPlan`. */
  readonly plan?: string | undefined;
  /** The report that this is a run of. */
  readonly report?: RunOfReport | undefined;
  /** Ties the runs of one conversation. */
  readonly conversation?: string | undefined;
  /** Set where `--sample` cut the outermost list to this many items. */
  readonly sample?: number | undefined;
  readonly source: string;
  readonly review: Review;
  /** Hash of stub, runtime, transformer, compiler and engine. */
  readonly buildHash: string;
  readonly versions: BuildVersions;
  readonly parameters: ParameterValues;
  /** The files that it was given, without their rows. Absent where there are none. */
  readonly tables?: readonly TableReference[] | undefined;
  /** The run's clock, ISO 8601. */
  readonly clock: string;
  readonly timeZone: string;
  readonly limits: RunLimits;
  readonly approval: Approval;
  /** Origin of the org. */
  readonly org: string;
  /** What the operator calls it; absent in runs from before it was kept. */
  readonly orgName?: string | undefined;
  readonly planner: RunPlanner;
}

/** How a run was declined, where it was. */
interface RunDeclined {
  readonly reason: string;
  readonly candidates: readonly Candidate[];
}

/** How a run ended, for the journal. */
export interface RunEnding {
  readonly outcome: OutcomeKind;
  /** Kept whole, so that a replay can be compared byte for byte. */
  readonly rows?: readonly Row[] | undefined;
  readonly failure?: FailureDescription | undefined;
  readonly declined?: RunDeclined | undefined;
  readonly notes: readonly string[];
  /** What the host warned of. Absent in runs of older versions. */
  readonly warnings?: readonly string[] | undefined;
}

/** What the journal keeps of an ending: the rows are a body of their own. */
export interface KeptEnding extends Omit<RunEnding, "rows"> {
  /** SHA-256 of the rows' canonical text; undefined where there are none. */
  readonly rowsHash: string | undefined;
  readonly rowCount: number;
}

// Written by this code and held by the chain: what is nested in them was typed when it was written.
const written = <T>(): z.ZodType<T> => z.custom<T>((value) => typeof value === "object" && value !== null);

const runOfReport: z.ZodType<RunOfReport> = z.object({ name: z.string(), version: z.number().nullable() });

const tableReference: z.ZodType<TableReference> = z.object({
  name: z.string(),
  file: z.string(),
  fileHash: z.string(),
  columns: z.record(z.string(), z.enum(columnTypes)),
  count: z.number(),
});

const beginning: z.ZodType<RunBeginning> = z.object({
  question: z.string().optional(),
  reading: z.string().optional(),
  plan: z.string().optional(),
  report: runOfReport.optional(),
  conversation: z.string().optional(),
  sample: z.number().optional(),
  source: z.string(),
  review: written<Review>(),
  buildHash: z.string(),
  versions: written<BuildVersions>(),
  parameters: written<ParameterValues>(),
  tables: z.array(tableReference).optional(),
  clock: z.string(),
  timeZone: z.string(),
  limits: written<RunLimits>(),
  approval: written<Approval>(),
  org: z.string(),
  orgName: z.string().optional(),
  planner: z.enum(["phrasebook", "model", "report", "file", "look-up"]),
});

const ending = z.object({
  outcome: z.enum(["answered", "empty", "declined", "failed", "stopped"]),
  failure: written<FailureDescription>().optional(),
  declined: written<RunDeclined>().optional(),
  notes: z.array(z.string()),
  warnings: z.array(z.string()).optional(),
  rowCount: z.number(),
});

/** The beginning of a run from its entry's detail. */
export function parseBeginning(detail: string): RunBeginning {
  return beginning.parse(JSON.parse(detail));
}

/** Which report a run is of, from its entry's detail. */
export function parseRunOfReport(detail: string): RunOfReport {
  return runOfReport.parse(JSON.parse(detail));
}

/** The end of a run from its entry's detail and the hash of its rows. */
export function parseEnding(detail: string, rowsHash: string | null): KeptEnding {
  return { ...ending.parse(JSON.parse(detail)), rowsHash: rowsHash ?? undefined };
}

/** The end of a run whose words and rows were forgotten, from its entry's facts and subject. */
export function parseForgottenEnding(facts: string, outcome: string): KeptEnding {
  return { ...ending.parse({ ...JSON.parse(facts), failure: undefined, outcome, notes: [] }), rowsHash: undefined };
}
