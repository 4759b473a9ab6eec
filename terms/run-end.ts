import type { Row } from "./cell.ts";
import type { FailureDescription } from "./failure.ts";

/** A candidate for a name that was not clear. */
export interface Candidate {
  readonly id: string | undefined;
  readonly name: string;
  readonly status: string | undefined;
}

/** How a run in the sandbox ended. */
export type RunEnd =
  | {
      readonly kind: "finished";
      readonly rows: readonly Row[];
      readonly notes: readonly string[];
      /** Number of asks that were answered. */
      readonly steps: number;
      /** What the traced runtime collected, as JSON; undefined for a plain run. */
      readonly evidence: string | undefined;
    }
  | {
      readonly kind: "declined";
      readonly reason: string;
      readonly candidates: readonly Candidate[];
      readonly notes: readonly string[];
      readonly steps: number;
    }
  | {
      readonly kind: "failed";
      readonly failure: FailureDescription;
      readonly notes: readonly string[];
      readonly steps: number;
    }
  | {
      readonly kind: "stopped";
      readonly failure: FailureDescription;
      readonly notes: readonly string[];
      readonly steps: number;
    };

/** How a run ended for the operator. */
export type OutcomeKind = "answered" | "empty" | "declined" | "failed" | "stopped";
