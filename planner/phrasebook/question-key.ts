import type { PlannerContext } from "../context.ts";
import { readQuestion } from "./read-question.ts";
import { rewriteWords } from "./rewrite-words.ts";
import { createScope } from "./scope.ts";
import { splitWords } from "./words.ts";

/**
 * What is the same for two questions that ask for the same: their reading, or their words where they cannot be read. Nothing is
 * looked up.
 */
export function questionKey(
  question: string,
  { clock, orgSchema, definitions }: Pick<PlannerContext, "clock" | "orgSchema" | "definitions">,
): string {
  const words = rewriteWords(splitWords(question));
  const read = readQuestion(words, createScope(clock, orgSchema, definitions));
  return read.kind === "read"
    ? JSON.stringify(read.reading).toLowerCase()
    : words.map((word) => (word.quoted ? JSON.stringify(word.text) : word.lower)).join(" ");
}
