import { afterAll, beforeAll, expect, test } from "vitest";
import { withoutSharedData } from "../shared-data.ts";
import { askedQuestions } from "./asked-questions.ts";
import { evaluate, type Evaluated } from "./evaluate.ts";
import { openEvaluation, type EvaluationHouse } from "./evaluation-house.ts";
import { paraphrases } from "./paraphrases.ts";
import { ownQuestions } from "./own-questions.ts";

// A part of each set; all of them are asked in test/long.

let house: EvaluationHouse;
beforeAll(async () => {
  house = await openEvaluation({ users: 150, seed: 5, planner: "phrasebook" });
});
afterAll(() => house.close());

const everyNth = <T>(list: readonly T[], nth: number): readonly T[] => list.filter((_, at) => at % nth === 0);

const notRight = (list: readonly Evaluated[]): readonly object[] =>
  list
    .filter((one) => one.verdict !== "right" && one.verdict !== "rightly declined")
    .map(({ id, question, verdict, detail }) => ({ id, question, verdict, detail }));

test("every fifth question of our own is answered right, or declined where that is right", async () => {
  expect(notRight(await evaluate(everyNth(ownQuestions(house.world), 5), house))).toEqual([]);
}, 60_000);

test("of the paraphrases by somebody who had not seen the vocabulary every third is answered right, or rightly declined", async () => {
  expect(notRight(await evaluate(everyNth(paraphrases(house.world), 3), house))).toEqual([]);
}, 60_000);

test.skipIf(withoutSharedData)(
  "of every fourth question that administrators asked none is answered wrong, and none that has no answer is answered",
  async () => {
    const evaluated = await evaluate(everyNth(askedQuestions(house.world), 4), house);
    const wrong = notRight(evaluated).filter(
      (one) => "verdict" in one && !["declined", "not answered"].includes(String(one.verdict)),
    );
    expect(wrong).toEqual([]);
    const others = evaluated.filter((one) => ["ambiguous", "impossible", "write"].includes(one.class));
    expect(notRight(others)).toEqual([]);
  },
  60_000,
);
