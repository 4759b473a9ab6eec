import { afterAll, expect, test } from "vitest";
import { createChecker } from "../../executor/check/checker.ts";
import { baseSchema } from "../../registry/schema-attributes.ts";
import { apps } from "./correct/apps.ts";
import { devices } from "./correct/devices.ts";
import { factors } from "./correct/factors.ts";
import { furtherStyles } from "./correct/further-styles.ts";
import { groups } from "./correct/groups.ts";
import { logs } from "./correct/logs.ts";
import { org } from "./correct/org.ts";
import { policies } from "./correct/policies.ts";
import { roles } from "./correct/roles.ts";
import { styles } from "./correct/styles.ts";
import { users } from "./correct/users.ts";

const snippets = [
  ...users,
  ...groups,
  ...apps,
  ...factors,
  ...roles,
  ...policies,
  ...logs,
  ...devices,
  ...org,
  ...styles,
  ...furtherStyles,
];
const checker = createChecker();

afterAll(() => checker.close());

test.concurrent.for(snippets)("$name passes, every column traced", async ({ source }, { expect: expectHere }) => {
  const result = await checker.check(source, { orgSchema: baseSchema() });
  const findings = result.kind === "findings" ? result.findings : [];
  const columns = result.kind === "checked" ? result.checked.lineage.columns : [];
  const untraced = columns.filter((one) => one.origin.kind === "unknown").map((one) => one.name);
  expectHere({ findings, untraced }).toEqual({ findings: [], untraced: [] });
});

test("there are at least 60, each with another name", () => {
  const names = new Set(snippets.map((one) => one.name));
  expect([snippets.length >= 60, names.size]).toEqual([true, snippets.length]);
});
