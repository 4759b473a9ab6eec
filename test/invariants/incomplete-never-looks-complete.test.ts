// Invariant 5: a read that fails for good fails the run and leaves no rows; only `.orUnknown()` keeps the row, and says so.
import { expect, test } from "vitest";
import type { RunReport } from "../../main/run-report.ts";
import { openAskingHouse, reportOf } from "../asking-house.ts";

const strict = `import { each, okta } from 'okta'
export const title = 'Factors of all users'
export default async function () {
  const users = await okta.listUsers({}).all()
  return each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    return { id: user.id, factors: factors.length }
  })
}
`;

const forgiving = strict
  .replace("import { each, okta }", "import { each, notKnown, okta }")
  .replace(
    ".all()\n    return { id: user.id, factors: factors.length }",
    ".all().orUnknown()\n    return { id: user.id, factors: notKnown(factors) ? factors : factors.length }",
  );

/** Runs a snippet on an org of its own that shows the factors of five users, then refuses. */
async function runRefused(source: string): Promise<RunReport> {
  const place = await openAskingHouse({
    users: 12,
    seed: 3,
    faults: [{ kind: "status", status: 403, path: "/factors$", after: 5 }],
  });
  const report = reportOf(await place.run(source));
  await place.close();
  return report;
}

test("a refused read fails the run without rows", async () => {
  const { outcome, failure, rows } = await runRefused(strict);
  expect({ outcome, failure: failure?.code, rows }).toEqual({
    outcome: "failed",
    failure: "okta/forbidden",
    rows: [],
  });
});

test("where the snippet allowed for it the rows stay, and the cells that are not known are marked and counted", async () => {
  const { outcome, count, rows, unknownCells } = await runRefused(forgiving);
  const known = rows.filter((row) => typeof row["factors"] === "number").length;
  expect({ outcome, known, unknownCells, more: count > 5 }).toEqual({
    outcome: "answered",
    known: 5,
    unknownCells: count - 5,
    more: true,
  });
});
