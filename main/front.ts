import type { Alternative } from "../terms/plan.ts";
import type { FinishEstimate } from "./run/finish-estimate.ts";
import type { Review } from "../terms/review.ts";

/** What an operator said to a review. `edit` comes with the new text, which is checked again. */
export type Decision =
  /** `how` is what the approval says of it; a prompt unless told otherwise. */
  | { readonly kind: "yes"; readonly how?: "prompt" | "demo" }
  | { readonly kind: "no" }
  | { readonly kind: "sample" }
  | { readonly kind: "edit"; readonly source: string };

/** Something that happened on the way, for any front end to show. */
export type Progress =
  | { readonly kind: "planning"; readonly text: string }
  | {
      readonly kind: "reading";
      readonly operations: readonly OperationProgress[];
      /** Reads that are out and not answered. */
      readonly waiting: number;
      /** Rows that have arrived so far. */
      readonly rows: number;
      /** Reads that failed and that the snippet goes on without: cells that will not be known. */
      readonly unknown: number;
      /** When the reads will be through, in ms from now, by the slower and the faster of two rates; absent where the price is not known. */
      readonly finish?: FinishEstimate;
    }
  | { readonly kind: "waiting"; readonly bucket: string; readonly untilMs: number; readonly reason: string };

/** How far the reads of one operation are. */
export interface OperationProgress {
  readonly operationId: string;
  readonly asked: number;
  readonly answered: number;
  /** By the price; absent where that is not known. */
  readonly expected?: number;
}

/** A limit that a run has reached, put to the operator. */
export interface ReachedLimit {
  readonly limit: "calls" | "bytes" | "wallMs";
  readonly bound: number;
}

/**
 * What a front end gives a verb. `decide` is absent where there is nobody to ask: then nothing is approved by silence.
 * Contract: `decide` shows the whole review (`rendered` is its text) before it answers.
 */
export interface Front {
  readonly decide: ((review: Review, rendered: string) => Promise<Decision>) | undefined;
  /** Whether a built-in look-up may be sent, for `LOOKUPS=ask`. */
  readonly allowLookUp: ((what: string) => Promise<boolean>) | undefined;
  /**
   * Which of the alternatives a word of the question means, and whether for good; undefined: none of them. Absent where there is
   * nobody to ask.
   */
  readonly chooseMeaning?:
    | ((
        word: string,
        question: string,
        alternatives: readonly Alternative[],
      ) => Promise<{ readonly alternative: number; readonly remember: boolean } | undefined>)
    | undefined;
  /** Asked when a run reaches a limit: the new bound, or undefined to stop. Absent where there is nobody to ask. */
  readonly raiseLimit?: ((reached: ReachedLimit) => Promise<number | undefined>) | undefined;
  /** Whether a report that answers the same question is to be run in place of a new plan. Absent where there is nobody to ask. */
  readonly takeReport?: ((name: string, title: string) => Promise<boolean>) | undefined;
  readonly onProgress: (progress: Progress) => void;
  /** Set where a schedule runs by itself: a policy may ask for more. */
  readonly isScheduled?: boolean;
  /** Set when the operator said yes beforehand (`--yes`): read-only snippets within default limits only. */
  readonly yes: boolean;
  readonly signal: AbortSignal;
}
