import { expect, test } from "vitest";
import { listFitting, listFittingReads } from "../../planner/tools/find-operations.ts";

const idsOf = (lines: readonly string[]): readonly string[] => lines.map((line) => /^\w+/.exec(line)?.[0] ?? "");

test("a question about a named person is offered getUser first, whatever its other words are", () => {
  expect(idsOf(listFittingReads("Does <login1> have access to GitHub?", 14))[0]).toBe("getUser");
});

test("the first message is offered reads alone, where a search shows what is not allowed", () => {
  const question = "Are persistent global session cookies disabled?";
  expect({
    first: listFittingReads(question, 14).filter((line) => line.includes("not allowed")),
    searched: listFitting(question, 14).some((line) => line.includes("[write: not allowed]")),
  }).toEqual({ first: [], searched: true });
});

test("a question in ordinary words is offered the lists of apps, groups and users, after what its words find", () => {
  const needed = ["listUsers", "listGroups", "listGroupUsers", "listApplications", "listApplicationUsers"];
  const questions = ["Which software can freelancers open?", "Who is on the same team as the interns?", "Salesforce?"];
  expect(
    questions.map((question) => needed.filter((one) => !idsOf(listFittingReads(question, 14)).includes(one))),
  ).toEqual([[], [], []]);
});
