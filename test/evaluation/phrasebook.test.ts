import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluate } from "./evaluate.ts";
import { openEvaluation, type EvaluationHouse } from "./evaluation-house.ts";
import { ownQuestions } from "./own-questions.ts";

let house: EvaluationHouse;
beforeAll(async () => {
  house = await openEvaluation({ users: 150, seed: 5, planner: "phrasebook" });
});
afterAll(() => house.close());

test("every third question of our own is answered right, or declined where that is right", async () => {
  const questions = ownQuestions(house.world).filter((_, at) => at % 3 === 0);
  const evaluated = await evaluate(questions, house);
  const missed = evaluated.filter((one) => one.verdict !== "right" && one.verdict !== "rightly declined");
  expect(missed.map(({ question, verdict, detail }) => ({ question, verdict, detail }))).toEqual([]);
}, 60_000);
