import { afterAll, expect, test } from "vitest";
import { createChecker } from "../../executor/check/checker.ts";
import { describeOperations } from "../../main/planning/describe-operations.ts";
import { exampleSnippet, readThatMayFail } from "../../planner/prompt/example-snippet.ts";
import { baseSchema } from "../../registry/schema-attributes.ts";
import { calls } from "./messages-endpoint.ts";
import { firstResult, planAgainst, submit } from "./planning.ts";

const orgSchema = baseSchema();
const checker = createChecker();

afterAll(() => checker.close());

async function findingsOn(source: string): Promise<readonly object[]> {
  const result = await checker.check(source, { orgSchema });
  return result.kind === "findings" ? result.findings : [];
}

test("the example of the prompt has no findings", async () => {
  expect(await findingsOn(exampleSnippet)).toEqual([]);
});

test("the prompt's read that may fail for single items has no findings", async () => {
  const source = [
    "import { okta, each, notKnown } from 'okta'",
    "",
    "export const title = 'Users with their factors'",
    "",
    "export default async function () {",
    "  const users = await okta.listUsers({}).all()",
    "  return each(users, async (user) => {",
    ...readThatMayFail.split("\n").map((line) => `    ${line}`),
    "  })",
    "}",
    "",
  ].join("\n");
  expect(await findingsOn(source)).toEqual([]);
});

test("an invented field comes back with its place, and the repaired snippet is the plan", async () => {
  const invented = exampleSnippet
    .replace("status, lastLogin }", "status, lastSeen }")
    .replaceAll("lastLogin ??", "lastSeen ??");
  const { plan, seen } = await planAgainst([calls(submit(invented)), calls(submit(exampleSnippet))], {
    options: { describe: describeOperations(orgSchema) },
    check: async (source) => {
      const result = await checker.check(source, { orgSchema });
      return result.kind === "findings" ? result.findings : [];
    },
  });
  expect({ source: plan?.kind === "snippet" ? plan.source : undefined, said: firstResult(seen[1]) }).toEqual({
    source: exampleSnippet,
    said: expect.stringMatching(/12:\d+ TS2339 .*lastSeen/),
  });
});

test("what is described is what the check will see", async () => {
  const { seen } = await planAgainst(
    [
      calls({
        tool: "describe_operations",
        input: { operationIds: ["listUsers"], paths: ["listUsers credentials.provider"] },
      }),
      calls({ tool: "decline", input: { reason: "No." } }),
    ],
    { options: { describe: describeOperations(orgSchema) } },
  );
  expect(firstResult(seen[1])).toMatch(
    /listUsers\(\{ search\?: string[^]*provider[^]*Notes:\nlistUsers: lastLogin and passwordChanged/,
  );
});
