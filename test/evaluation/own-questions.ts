import type { EvaluationQuestion } from "./evaluate.ts";
import type { Questions } from "./questions.ts";
import { adminQuestions } from "./questions/admins.ts";
import { joinQuestions } from "./questions/joins.ts";
import { listQuestions } from "./questions/lists.ts";
import { pairQuestions } from "./questions/pairs.ts";
import { settingsQuestions } from "./questions/settings.ts";
import { unanswerable } from "./questions/unanswerable.ts";
import { userQuestions } from "./questions/users.ts";
import type { World } from "./world.ts";

/** All our own questions, with what is right in this world. */
export function ownQuestions(world: World): readonly EvaluationQuestion[] {
  const { ambiguous, impossible, write } = unanswerable();
  return [
    ...as("simple", "U", userQuestions(world)),
    ...as("simple", "L", listQuestions(world)),
    ...as("simple", "S", settingsQuestions(world)),
    ...as("compound", "J", joinQuestions(world)),
    ...as("compound", "A", adminQuestions(world)),
    ...as("compound", "E", pairQuestions(world)),
    ...as("ambiguous", "M", ambiguous),
    ...as("impossible", "I", impossible),
    ...as("write", "W", write),
  ];
}

function as(name: string, letter: string, questions: Questions): readonly EvaluationQuestion[] {
  return Object.entries(questions).map(([question, expected], at) => ({
    id: `${letter}${String(at + 1).padStart(2, "0")}`,
    question,
    class: name,
    expected,
  }));
}
