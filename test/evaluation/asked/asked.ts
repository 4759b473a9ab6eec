import type { Expected } from "../judge.ts";

/** What is right for a question that administrators asked. */
export interface Asked {
  /** Names of the question by the names that the emulated org has in their place. */
  readonly names?: Readonly<Record<string, string>>;
  readonly expected: Expected;
  /** Requests of the cheapest known way to answer it. */
  readonly cheapest?: number;
}

/** Asked questions by their id. */
export type AskedQuestions = Readonly<Record<string, Asked>>;
