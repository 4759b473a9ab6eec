import type { OperationParameters } from "./ask.ts";
import type { Exchange } from "./exchange.ts";
import type { FailureDescription } from "./failure.ts";
import type { KeptTable } from "./input-table.ts";
import type { ParameterValues } from "./snippet.ts";

/** One answered ask, as the journal keeps it. */
export interface RecordedRead {
  readonly step: number;
  readonly operationId: string;
  readonly parameters: OperationParameters;
  readonly listing: number | undefined;
  readonly page: number | undefined;
  readonly kind: "response" | "absent" | "failed";
  /** SHA-256 of the body as delivered (secrets removed); undefined where there is none. */
  readonly bodyHash: string | undefined;
  readonly bytes: number;
  readonly hasMore: boolean;
  /** Where the list goes on, for a run that is resumed; opaque. */
  readonly cursor: string | undefined;
  readonly failure: FailureDescription | undefined;
  readonly exchange: Exchange | undefined;
  /** The earlier run of the conversation that sent it; absent where this run did. */
  readonly takenFrom?: string;
}

/** The versions of everything that could change what a snippet does: kept with each run, so that a replay can say what differs. */
export interface BuildVersions {
  readonly attest: string;
  readonly node: string;
  readonly isolatedVm: string;
  readonly typescript: string;
  readonly esbuild: string;
  readonly registry: string;
  /** Hash of the stub that the snippet was checked against. */
  readonly stub: string;
  /** Hash of the code that runs inside the isolate beside the snippet. */
  readonly runtime: string;
  /** Hash of the names of the properties that the isolate was given of responses; `none` where it was given all. */
  readonly projection: string;
}

/** The evidence of a run, answering in place of the network. */
export interface Recording {
  readonly run: string;
  readonly source: string;
  readonly parameters: ParameterValues;
  /** The files that the run was given, in the order of their steps: -1, -2, … */
  readonly tables: readonly KeptTable[];
  /** The run's clock, ISO 8601. */
  readonly clock: string;
  /** IANA name of the operator's time zone. */
  readonly timeZone: string;
  readonly versions: BuildVersions;
  readonly steps: number;
  find(step: number): RecordedRead | undefined;
  /** The body of a read, by its hash. Throws `journal/not-found` when it was pruned or erased. */
  loadBody(bodyHash: string): string;
}
