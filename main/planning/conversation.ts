import type { EarlierQuestion } from "../../terms/earlier-question.ts";
import type { House } from "../house.ts";
import { runNamed } from "../run/run-named.ts";

/** A conversation as far as it has come: what the next question edits, and the runs whose reads it may use again. */
export interface Conversation {
  /** The name of its first run. */
  readonly name: string;
  readonly earlier: EarlierQuestion;
  /** Its runs, newest first. */
  readonly runs: readonly string[];
}

/** How many runs back a conversation is followed. */
const lookBack = 200;

/** The conversation that a run belongs to, up to that run. Throws `journal/not-found`. */
export function conversationOf(house: House, name: string): Conversation {
  const { run, begunAt, beginning } = runNamed(house, name);
  const first = beginning.conversation ?? run;
  const others = house
    .journal()
    .runs.list({ limit: lookBack })
    .filter((kept) => (kept.run === first || kept.beginning.conversation === first) && kept.begunAt <= begunAt)
    .map((kept) => kept.run);
  return {
    name: first,
    earlier: {
      question: beginning.question,
      source: beginning.source,
      columns: beginning.review.columns.map((column) => column.name),
    },
    runs: others.includes(run) ? others : [run, ...others],
  };
}
