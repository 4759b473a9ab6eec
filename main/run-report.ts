import type { MatchedExceptions } from "../reports/match-exceptions.ts";
import type { Caveat } from "../terms/caveat.ts";
import type { Row } from "../terms/cell.ts";
import type { Definition } from "../terms/definition.ts";
import type { FailureDescription } from "../terms/failure.ts";
import type { Finding } from "../terms/finding.ts";
import type { TableReference } from "../terms/input-table.ts";
import type { Column } from "../terms/origin.ts";
import type { Alternative, PlanRequest } from "../terms/plan.ts";
import type { ModelUsage } from "../terms/model-usage.ts";
import type { Price, Review, ReviewedOperation } from "../terms/review.ts";
import type { Candidate, OutcomeKind } from "../terms/run-end.ts";

/** What an answer took from earlier answers of its conversation. */
export interface ReusedReads {
  readonly reads: number;
  /** When the oldest of them was read, ISO 8601. */
  readonly oldest: string;
}

/** What reading the responses behind the rows again has shown. Rows are numbered from 0. */
export interface ConfirmedRows {
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** Rows whose cells were all found again as they are. */
  readonly confirmed: number;
  readonly changed: readonly {
    readonly row: number;
    readonly column: string;
    readonly was: unknown;
    readonly is: unknown;
  }[];
  /** Rows with an object that is no longer in its list. */
  readonly gone: readonly number[];
  /** Rows that could not be read again, or of which no cell is a value as Okta sent it. */
  readonly unread: readonly number[];
}

/** An answer that a report gave at an earlier time, and how it lies to the moment that was asked for. */
export interface AnsweredAsOf {
  /** The day or time as the operator wrote it. */
  readonly asked: string;
  /** The moment that it means, ISO 8601: of a day its end. */
  readonly at: string;
  /** IANA name: in which zone a day is a day. */
  readonly timeZone: string;
  /** Version of the report; null for one of a starter report. */
  readonly version: number | null;
  /** When the run had ended, ISO 8601. */
  readonly endedAt: string;
  /** From its end to the moment: in hours, to a tenth, and in midnights of the zone. */
  readonly hoursBefore: number;
  readonly calendarDaysBefore: number;
}

/** How many requests an operation took, and their failures. */
export interface OperationRequests {
  readonly operationId: string;
  readonly count: number;
}

/** Why a question or run was declined, with what was found on the way. */
export interface Declined {
  readonly reason: string;
  readonly candidates?: readonly Candidate[];
  readonly alternatives?: readonly Alternative[];
  /** The word that is asked about, where a definition could answer. */
  readonly word?: string;
  /** The requests made to reach it, as proof. */
  readonly requests: readonly PlanRequest[];
}

/** What was approved and run, in short. */
export interface ReportedPlan {
  readonly snippet: string;
  readonly reviewHash: string;
  readonly reading?: string;
  readonly operations: readonly ReviewedOperation[];
  readonly price: Price;
}

/** The answer to a question or a run, as `--json` prints it. */
export interface RunReport {
  /** The run's id, or null where nothing was run. */
  readonly run: string | null;
  readonly outcome: OutcomeKind;
  readonly title: string;
  /** True when `--sample` cut the outermost list: then the rows answer nothing but "what would it look like". */
  readonly sample: boolean;
  readonly count: number;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly requests: readonly OperationRequests[];
  /** From the first to the last read, ISO 8601; null where nothing was read. */
  readonly asOf: { readonly from: string; readonly to: string } | null;
  /** Origin of the org. */
  readonly org: string | null;
  /** What the operator calls it: the name that it was added under, else its domain. */
  readonly orgName: string | null;
  /** IANA name: in which zone the run's calendar days are days. Absent where nothing was run. */
  readonly timeZone?: string;
  /** The files that it was given. Absent where there were none. */
  readonly tables?: readonly TableReference[];
  /** What the accepted exceptions of the report say of the rows. Absent where it has none. */
  readonly exceptions?: MatchedExceptions;
  /** Present where a kept run answers in place of a new one. */
  readonly answeredAsOf?: AnsweredAsOf;
  readonly caveats: readonly Caveat[];
  readonly definitions: readonly Definition[];
  readonly notes: readonly string[];
  /** What the host noticed on the way: responses that are not as the catalogue says. */
  readonly warnings: readonly string[];
  /** Cells whose read failed where the snippet allowed for that. */
  readonly unknownCells: number;
  /** Reads that earlier answers of the conversation had made, and when the oldest was; absent where there are none. */
  readonly reused?: ReusedReads;
  /** Present where the rows were to be confirmed. */
  readonly confirmed?: ConfirmedRows;
  readonly plan: ReportedPlan | null;
  /** What planning it with a model took; absent where none was asked. */
  readonly usage?: ModelUsage;
  readonly declined?: Declined;
  readonly failure?: FailureDescription;
}

/** What a verb that may run a snippet ends with. */
export type RunResult =
  | { readonly kind: "report"; readonly report: RunReport }
  | { readonly kind: "findings"; readonly findings: readonly Finding[]; readonly source: string }
  /** Nothing was sent: the review waits for an approval of its hash. */
  | {
      readonly kind: "waiting";
      readonly review: Review;
      readonly rendered: string;
      readonly why: "no-terminal" | "refused" | "policy";
    };
