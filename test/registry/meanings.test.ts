import { expect, test } from "vitest";
import { countsAsFactor, definitions } from "../../registry/meanings.ts";

test("a definition stands under its own name", () => {
  expect(Object.entries(definitions).filter(([name, one]) => one.name !== name)).toEqual([]);
});

test("a factor counts when it is active and no security question", () => {
  expect([
    countsAsFactor({ status: "ACTIVE", factorType: "push" }),
    countsAsFactor({ status: "ACTIVE", factorType: "email" }),
    countsAsFactor({ status: "ACTIVE", factorType: "question" }),
    countsAsFactor({ status: "PENDING_ACTIVATION", factorType: "push" }),
  ]).toEqual([true, true, false, false]);
});
