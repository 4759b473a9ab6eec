import { afterAll, beforeAll, expect, test } from "vitest";
import { askedQuestions } from "../evaluation/asked-questions.ts";
import { evaluate, type Evaluated } from "../evaluation/evaluate.ts";
import { openEvaluation, type EvaluationHouse } from "../evaluation/evaluation-house.ts";
import { ownQuestions } from "../evaluation/own-questions.ts";
import { paraphrases } from "../evaluation/paraphrases.ts";
import { plainWords } from "../evaluation/plain-words.ts";
import { withoutSharedData } from "../shared-data.ts";

let house: EvaluationHouse;
beforeAll(async () => {
  house = await openEvaluation({ users: 300, seed: 7, planner: "phrasebook" });
});
afterAll(() => house.close());

const brief = (list: readonly Evaluated[]): readonly object[] =>
  list.map(({ id, question, verdict, detail }) => ({ id, question, verdict, detail }));
const isRight = ({ verdict }: Evaluated): boolean => verdict === "right" || verdict === "rightly declined";

test("every question of our own and every paraphrase is answered right, or declined where that is right", async () => {
  const questions = [...ownQuestions(house.world), ...paraphrases(house.world)];
  const evaluated = await evaluate(questions, house);
  expect(brief(evaluated.filter((one) => !isRight(one)))).toEqual([]);
  expect(questions.length).toBeGreaterThan(200);
}, 600_000);

test("of questions in everyday words, written before the vocabulary was read, more than half are right and none is wrong", async () => {
  const evaluated = await evaluate(plainWords(house.world), house);
  expect(brief(evaluated.filter((one) => !isRight(one) && one.verdict !== "declined"))).toEqual([]);
  expect(evaluated.filter(isRight).length / evaluated.length).toBeGreaterThan(0.5);
}, 120_000);

test.skipIf(withoutSharedData)(
  "of the questions that administrators asked more than half are answered right, the rest is declined, none is answered wrong",
  async () => {
    const evaluated = await evaluate(askedQuestions(house.world), house);
    const mayBe = new Set(["right", "rightly declined", "declined", "not answered"]);
    expect(brief(evaluated.filter((one) => !mayBe.has(one.verdict)))).toEqual([]);
    const inSubjects = evaluated.filter((one) => one.class === "simple" || one.class === "compound");
    const right = inSubjects.filter((one) => one.verdict === "right");
    expect(right.length / inSubjects.length).toBeGreaterThanOrEqual(0.55);
    const others = evaluated.filter((one) => ["ambiguous", "impossible", "write"].includes(one.class));
    expect(brief(others.filter((one) => !isRight(one)))).toEqual([]);
  },
  600_000,
);
