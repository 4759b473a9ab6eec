import type { Cell } from "../terms/cell.ts";
import type { CellEvidence } from "../terms/evidence.ts";
import type { Origin } from "../terms/origin.ts";

/** One place in a kept response or input table, with everything an auditor needs to look it up. */
export interface TracedPlace {
  readonly step: number;
  readonly operationId: string;
  /** Method, path and query as sent. */
  readonly request: string;
  /** JSON pointer (RFC 6901) in the response's body; empty for the body as a whole. */
  readonly pointer: string;
  /** What stands there, as Okta sent it; null as well where the whole body is meant. */
  readonly value: unknown;
  /** For a list or a count: the number of items in the response. */
  readonly items: number | null;
  /** When the answer came, ISO 8601. */
  readonly at: string | null;
  readonly status: number | null;
  readonly oktaRequestId: string | null;
  /** Present where it is a place in a file that the run was given; then `request` says it in words, and nothing was sent. */
  readonly table?: {
    readonly name: string;
    readonly file: string;
    /** From 1, the header not counted; null for the table as a whole. */
    readonly row: number | null;
  };
}

/** One cell with its origin and evidence. */
export interface TracedCell {
  readonly column: string;
  readonly value: Cell;
  readonly origin: Origin;
  readonly evidence: CellEvidence["kind"];
  readonly why?: string;
  readonly places: readonly TracedPlace[];
}

/** Where the cells of one row come from. */
export interface EvidenceReport {
  readonly run: string;
  readonly title: string;
  /** Origin of the org that it was asked, and what its operator calls it. */
  readonly org: string;
  readonly orgName: string;
  /** Row number from 0. */
  readonly row: number;
  readonly cells: readonly TracedCell[];
}
