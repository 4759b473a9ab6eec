import type { EarlierQuestion } from "../../terms/earlier-question.ts";
import { type LiftedQuestion, liftValues } from "../hygiene.ts";

/** A question and what it goes on from, as a model may see them. */
export interface LiftedConversation extends LiftedQuestion {
  readonly earlier: EarlierQuestion | undefined;
  /** The words of both questions, by which operations are found and values may be looked up. */
  readonly words: string;
}

/** Takes personal values out of a question and of what it goes on from; the same value has the same name in both. */
export function liftConversation(question: string, earlier: EarlierQuestion | undefined): LiftedConversation {
  if (earlier === undefined) {
    const lifted = liftValues(question);
    return { ...lifted, earlier: undefined, words: lifted.text };
  }
  const asked = liftValues(earlier.question ?? "");
  const source = liftValues(earlier.source, asked.values);
  const now = liftValues(question, source.values);
  return {
    ...now,
    earlier: { ...earlier, question: earlier.question === undefined ? undefined : asked.text, source: source.text },
    words: `${asked.text} ${now.text}`.trim(),
  };
}
