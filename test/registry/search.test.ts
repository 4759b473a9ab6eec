import { expect, test } from "vitest";
import { findOperation } from "../../registry/catalogue.ts";
import { searchOperations } from "../../registry/search.ts";
import { operationsForQuestions } from "./operations-for-questions.ts";
import { readShared, withoutSharedData } from "../shared-data.ts";

interface Question {
  readonly id: string;
  readonly question: string;
  readonly class: string;
}

const ids = (words: string, limit: number): readonly string[] =>
  searchOperations(words, limit).map((one) => one.operation.operationId);

test("every operation named for a question is in the catalogue", () => {
  expect(
    Object.values(operationsForQuestions)
      .flat()
      .filter((id) => findOperation(id) === undefined),
  ).toEqual([]);
});

test("an administrator's words find Okta's operations", () => {
  const asked = {
    "MFA of a user": "listFactors",
    "last login": "listUsers",
    "who is an admin": "listUsersWithRoleAssignments",
    "certificate of an app": "listApplicationKeys",
    "members of a group": "listGroupUsers",
  };
  expect(Object.entries(asked).filter(([words, id]) => !ids(words, 2).includes(id))).toEqual([]);
});

test("an operation is found by its own name, and a change where one is asked for", () => {
  expect([ids("listUserBlocks", 1), ids("suspend user", 1)]).toEqual([["listUserBlocks"], ["suspendUser"]]);
});

test("words that name nothing find nothing", () => {
  expect(ids("zzqx", 5)).toEqual([]);
});

test.skipIf(withoutSharedData)("at least 85 % of what questions need is among the first ten", () => {
  const questions: readonly Question[] = JSON.parse(readShared("questions/questions.json"));
  const asked = questions.filter((one) => one.class === "simple" || one.class === "compound");
  const rows = asked.map((one) => {
    const needed = operationsForQuestions[one.id] ?? [];
    const found = ids(one.question, 10);
    return { id: one.id, needed, missed: needed.filter((id) => !found.includes(id)) };
  });
  const needed = rows.flatMap((one) => one.needed).length;
  const missed = rows.flatMap((one) => one.missed);
  const recall = 1 - missed.length / needed;
  console.info(`recall at 10: ${(recall * 100).toFixed(1)} % of ${needed} operations in ${asked.length} questions`);
  console.info(
    rows
      .filter((one) => one.missed.length > 0)
      .map((one) => `${one.id} lacks ${one.missed.join(", ")}`)
      .join("\n"),
  );
  expect({
    unlisted: rows.filter((one) => one.needed.length === 0).map((one) => one.id),
    enough: recall >= 0.85,
  }).toEqual({ unlisted: [], enough: true });
});
