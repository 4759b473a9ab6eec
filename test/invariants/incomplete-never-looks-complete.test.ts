// Invariant 5: a read that fails for good fails the run and leaves no rows; only `.orUnknown()` keeps the row, and says so.
import { expect, test } from "vitest";
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

test("a refused read fails the run without rows; where the snippet allowed for it, its cells are unknown and counted", async () => {
  // From the sixth user on, Okta refuses to show factors.
  const place = await openAskingHouse({
    users: 12,
    seed: 3,
    faults: [{ kind: "status", status: 403, path: "/factors$", after: 5 }],
  });
  const failed = reportOf(await place.run(strict));
  const kept = reportOf(await place.run(forgiving));
  await place.close();
  const unknown = kept.rows.filter((row) => typeof row["factors"] === "object");
  expect({ outcome: failed.outcome, failure: failed.failure?.code, rows: failed.rows }).toEqual({
    outcome: "failed",
    failure: "okta/forbidden",
    rows: [],
  });
  expect({ outcome: kept.outcome, rows: kept.count > 5, unknown: unknown.length, counted: kept.unknownCells }).toEqual({
    outcome: "answered",
    rows: true,
    unknown: kept.unknownCells,
    counted: kept.count,
  });
});
