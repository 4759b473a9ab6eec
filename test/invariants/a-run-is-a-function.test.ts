// Invariant 6: five thousand reads go out in parallel and come back in any order; the rows depend on the order of completion unless the
// bridge delivers in the order of the asks. A replay with the org gone gives the same bytes.
import { afterAll, beforeAll, expect, test } from "vitest";
import { replay } from "../../main/replay.ts";
import { openAskingHouse, reportOf, type AskingHouse } from "../asking-house.ts";

const racy = `import { each, okta } from 'okta'

export const title = 'Users in the order in which their factors came'

export default async function () {
  const users = await okta.listUsers({ search: 'created gt "1970-01-01T00:00:00.000Z"' }).all()
  const came: { id: string; login: string; factors: number; place: number }[] = []
  await each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    came.push({ id: user.id, login: user.profile.login, factors: factors.length, place: came.length })
  })
  return came
}
`;

let place: AskingHouse;
beforeAll(async () => {
  place = await openAskingHouse({ users: 5000, seed: 11, jitterMs: 12 }, { ATTEST_CONCURRENCY: "64" });
});
afterAll(() => place.close());

test("a run of 5,000 parallel reads under random latency replays byte for byte with the org gone", async () => {
  const report = reportOf(await place.run(racy));
  await place.emulator.close();
  const replayed = await replay(place.house, "last", undefined);
  expect(report).toMatchObject({ outcome: "answered", count: 5000 });
  expect(replayed).toMatchObject({ kind: "report", report: { verdict: "identical", count: 5000, rows: report.rows } });
});
