import { Failure } from "../../terms/failure.ts";

/** When a planning is given up. */
export interface LoopBounds {
  /** Answers of the model. */
  readonly rounds: number;
  /** Tokens in and out, over all rounds. */
  readonly tokens: number;
  readonly timeMs: number;
  /** How often the same finding may come back. */
  readonly sameFinding: number;
  /** Answers in a row without a tool call. */
  readonly plainText: number;
}

/** What a question is worth where nothing else is configured. */
export const defaultBounds: LoopBounds = { rounds: 12, tokens: 200_000, timeMs: 240_000, sameFinding: 4, plainText: 3 };

/** How far a planning has come. */
export interface LoopState {
  readonly rounds: number;
  readonly tokens: number;
  /** The most often that one finding came back, and which. */
  readonly sameFinding: { readonly times: number; readonly finding: string };
  readonly plainText: number;
}

/** The failure of a planning that a bound ended. */
export function gaveUp(condition: string, bound: number, found: string): Failure<"model/gave-up"> {
  return new Failure(
    "model/gave-up",
    { condition, bound },
    {
      found,
      why: "A snippet that does not pass its checks is never run, so nothing was sent to Okta.",
      help: "Say the question more simply or split it, name another model with LLM_MODEL, or ask with the phrasebook.",
    },
  );
}

/** Throws `model/gave-up` when a bound is reached; the time is held by the signal of the requests. */
export function assertWithin(state: LoopState, bounds: LoopBounds): void {
  if (state.sameFinding.times >= bounds.sameFinding)
    throw gaveUp(
      "same finding",
      bounds.sameFinding,
      `The model could not repair one finding in ${bounds.sameFinding} tries: ${state.sameFinding.finding}`,
    );
  if (state.plainText >= bounds.plainText)
    throw gaveUp("plain text", bounds.plainText, `The model answered ${bounds.plainText} times without using a tool.`);
  if (state.rounds >= bounds.rounds)
    throw gaveUp("rounds", bounds.rounds, `The model reached no plan in ${bounds.rounds} rounds.`);
  if (state.tokens >= bounds.tokens)
    throw gaveUp("tokens", bounds.tokens, `The planning used up its ${bounds.tokens} tokens.`);
}
