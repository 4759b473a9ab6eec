import { expect, test } from "vitest";
import { prove, type Proof } from "../../../executor/evidence/prove.ts";
import type { Place } from "../../../terms/evidence.ts";
import { createProcessSandbox } from "./process-sandbox.ts";
import { limits, recordRun } from "./record-run.ts";

const sandbox = createProcessSandbox();
const source = `import { okta } from 'okta'
export default async function () {
  const users = await okta.listUsers({}).all()
  const active = users.filter((user) => user.status === 'ACTIVE')
  return active.slice(0, 3).map((user) => ({ login: user.profile.login, first: users.map((one) => one.type)[0] ? 'yes' : 'no' }))
}`;

async function proofOf(column: string, place: Place): Promise<Proof> {
  const run = await recordRun(sandbox, source, {});
  return await prove({ ...run, row: 0, column, place, sandbox, limits });
}

test("changing the value where a cell was read changes the cell", async () => {
  expect(await proofOf("login", { step: 0, pointer: "/0/profile/login" })).toEqual({
    kind: "cell-changed",
    before: "user0@example.com",
    after: "user0@example.com (changed)",
    changedTo: "user0@example.com (changed)",
  });
});

test("changing a condition's value changes the rows, which is no proof of the cell", async () => {
  expect(await proofOf("login", { step: 0, pointer: "/0/status" })).toEqual({
    kind: "rows-changed",
    how: "3 of 3 rows are others.",
    changedTo: "ACTIVE (changed)",
  });
});

test("changing what nobody reads has no effect, and says so", async () => {
  expect(await proofOf("login", { step: 0, pointer: "/0/profile/email" })).toEqual({
    kind: "no-effect",
    changedTo: "shared@example.com (changed)",
  });
});

test("a place at which nothing stands proves nothing", async () => {
  expect(await proofOf("login", { step: 0, pointer: "/99/profile/login" })).toEqual({ kind: "no-such-place" });
});

const counting = `import { okta, each } from 'okta'
export default async function () {
  const users = await okta.listUsers({}).all()
  return each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    return { login: user.profile.login, factors: factors.length, kinds: factors.map((one) => one.factorType) }
  })
}`;

test("a number of items is proved by taking the items away, and one item of a list by taking that away", async () => {
  const run = await recordRun(sandbox, counting, {});
  const row = run.rows.findIndex((one) => Number(one["factors"]) > 1);
  const factors = Number(run.rows[row]?.["factors"]);
  const steps = Array.from({ length: run.recording.steps }, (_, step) => step);
  const step = steps.filter((one) => run.recording.find(one)?.operationId === "listFactors")[row] ?? 0;
  const proofAt = (pointer: string): Promise<Proof> =>
    prove({ ...run, row, column: "factors", place: { step, pointer }, sandbox, limits });
  expect([await proofAt(""), await proofAt("/0")]).toEqual([
    { kind: "cell-changed", before: factors, after: 0, changedTo: `no items in place of ${factors}` },
    { kind: "cell-changed", before: factors, after: factors - 1, changedTo: "no such item" },
  ]);
});
