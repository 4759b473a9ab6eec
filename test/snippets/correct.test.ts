import { afterAll, expect, test } from "vitest";
import { createChecker } from "../../executor/check/checker.ts";
import { baseSchema } from "../../registry/schema-attributes.ts";
import { correctSnippets } from "./correct-snippets.ts";

const checker = createChecker();

afterAll(() => checker.close());

test.concurrent.for(correctSnippets)(
  "$name passes, every column traced",
  async ({ source }, { expect: expectHere }) => {
    const result = await checker.check(source, { orgSchema: baseSchema() });
    const findings = result.kind === "findings" ? result.findings : [];
    const columns = result.kind === "checked" ? result.checked.lineage.columns : [];
    const untraced = columns.filter((one) => one.origin.kind === "unknown").map((one) => one.name);
    expectHere({ findings, untraced }).toEqual({ findings: [], untraced: [] });
  },
);

test("there are at least 60, each with another name", () => {
  const names = new Set(correctSnippets.map((one) => one.name));
  expect([correctSnippets.length >= 60, names.size]).toEqual([true, correctSnippets.length]);
});
