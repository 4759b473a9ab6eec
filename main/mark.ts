import type { KeptMark } from "../audit/runs/marks.ts";
import type { KeptRun } from "../audit/runs/runs.ts";
import { Failure } from "../terms/failure.ts";
import type { Mark } from "../terms/mark.ts";
import { settleGates } from "./gates/settle-gates.ts";
import type { House } from "./house.ts";
import { operatorName } from "./operator.ts";
import { runNamed } from "./run/run-named.ts";

/** A run and everything that was said of its answer. */
export interface MarkedRun {
  readonly run: string;
  readonly title: string;
  /** Newest first: the first one counts. */
  readonly marks: readonly KeptMark[];
}

function noAnswer({ run, ending }: KeptRun): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: "RUN", expected: "a run that gave an answer" },
    {
      found: `The run ${run} gave no answer: it ${ending === undefined ? "has not ended" : ending.outcome}.`,
      why: "A mark says of an answer that it is right or wrong, and counts for the gates and the metrics.",
      help: "Name a run that answered: attest journal list has them.",
    },
  );
}

const answers: ReadonlySet<string> = new Set(["answered", "empty", "declined"]);

/** Keeps that the operator finds a run's answer right or wrong. Throws `journal/not-found`, and `config/invalid` for a run that gave none. */
export async function markRun(
  house: House,
  name: string,
  { verdict, note }: Pick<Mark, "verdict" | "note">,
): Promise<MarkedRun> {
  const kept = runNamed(house, name);
  if (!answers.has(kept.ending?.outcome ?? "")) throw noAnswer(kept);
  await house.journal().runs.mark(kept.run, { verdict, note, operator: operatorName() });
  await settleGates(house, new Date());
  const { marks } = house.journal().runs.show(kept.run);
  return { run: kept.run, title: kept.beginning.review.title, marks };
}
