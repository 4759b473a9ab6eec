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
