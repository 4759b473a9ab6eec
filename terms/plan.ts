import type { Definition } from "./definition.ts";

/** A request that was made to reach a plan, as proof: "listApplications, 0 of 47". */
export interface PlanRequest {
  readonly operationId: string;
  /** What it showed, in words with its numbers. */
  readonly showed: string;
}

/** One concrete choice offered when a question is asked back. */
export interface Alternative {
  readonly label: string;
  /** How many items it would select, where a look-up has shown it. */
  readonly count: number | undefined;
  /** What it would be as a definition of the word that was asked about: `userType same "C"`. */
  readonly condition?: string;
}

/** What a planner hands over for a question. */
export type Plan =
  | {
      readonly kind: "snippet";
      readonly source: string;
      /** The reading of the question as one sentence. */
      readonly reading: string;
      readonly definitions: readonly Definition[];
      readonly planner: "phrasebook" | "model" | "report";
    }
  | {
      readonly kind: "asked-back";
      readonly question: string;
      /** The word that is asked about, where a definition could answer. */
      readonly word?: string;
      readonly alternatives: readonly Alternative[];
      readonly requests: readonly PlanRequest[];
    }
  | {
      readonly kind: "declined";
      readonly reason: string;
      readonly requests: readonly PlanRequest[];
    };
