import type { OrgSchema } from "../registry/org-schema.ts";
import type { AnswerAsk, Ask, Answer } from "../terms/ask.ts";
import type { RunLimits } from "../terms/run-limits.ts";
import type { ParameterValues } from "../terms/snippet.ts";

/** An input table as the isolate is given it. */
export interface ProgramTable {
  /** The parameter. */
  readonly name: string;
  readonly text: string;
}

/** What runs in the sandbox: a checked snippet with everything that decides its rows but the answers. */
export interface Program {
  /** JavaScript, types erased. */
  readonly code: string;
  /** Source map of `code` as JSON, back to the text that was reviewed; undefined leaves places of failures unmapped. */
  readonly map: string | undefined;
  /** The approved set: no other operation is answered. */
  readonly operationIds: readonly string[];
  readonly parameters: ParameterValues;
  /** The rows of the files that it is given, as JSON text, by parameter; in the order of their steps. */
  readonly tables?: readonly ProgramTable[];
  /** The run's start, ISO 8601. */
  readonly clock: string;
  /** IANA name of the operator's time zone. */
  readonly timeZone: string;
  /** `traced` also collects where each cell came from. */
  readonly mode: "plain" | "traced";
  /** The org's attributes, by which filters are checked once more before they are sent; without it they are not. */
  readonly orgSchema?: OrgSchema;
  /** Names of the properties that the snippet can read of a response: the isolate is given no others. Without it, all. */
  readonly readableNames?: readonly string[];
  /** The columns that the review names: rows with others are refused. Without it any will do, as long as all rows have the same. */
  readonly columns?: readonly string[];
  /** Cuts the outermost list: the first that is walked per item, or, where none is, the first that is read. */
  readonly sampleSize?: number;
}

/** How far the reads of one operation are. */
interface OperationProgress {
  readonly operationId: string;
  /** Reads that the snippet has asked for so far. */
  readonly asked: number;
  /** Reads that Okta, or the recording, has answered. */
  readonly answered: number;
  /** Of those, reads that failed and that the snippet goes on without. */
  readonly failed: number;
}

/** How far a run is. */
export interface RunProgress {
  readonly operations: readonly OperationProgress[];
  /** Reads that are out and not answered. */
  readonly waiting: number;
  /** Rows that have arrived so far. */
  readonly rows: number;
}

/** A bound that a run reached, put to the operator. */
interface ReachedLimit {
  readonly limit: "calls" | "bytes" | "wallMs";
  readonly bound: number;
}

/** How a program is run. */
export interface RunOptions {
  readonly limits: RunLimits;
  readonly answer: AnswerAsk;
  readonly signal?: AbortSignal;
  /** At most ten times a second, and once at the end. */
  readonly onProgress?: (progress: RunProgress) => void;
  /** Asked when a bound is reached: the new bound, or undefined to stop. Without it the run stops. */
  readonly onLimit?: (reached: ReachedLimit) => Promise<number | undefined>;
  /** Reads that are given to `answer` at once; 64 unless told. */
  readonly concurrency?: number;
  /** Sees each answer at the moment when it is written to the child. */
  readonly onDelivered?: (ask: Ask, answer: Answer) => void;
}
