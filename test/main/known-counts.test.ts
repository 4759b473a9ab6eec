import { afterAll, beforeAll, expect, test } from "vitest";
import { check } from "../../main/check.ts";
import type { Front, Progress } from "../../main/front.ts";
import { run } from "../../main/run.ts";
import { openAskingHouse, reportOf, type AskingHouse } from "../asking-house.ts";

const source = `import { each, okta } from 'okta'
export const title = 'Factors of everyone'
export default async function () {
  const users = await okta.listUsers({}).all()
  return each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    return { id: user.id, factors: factors.length }
  })
}
`;

let place: AskingHouse;
beforeAll(async () => {
  place = await openAskingHouse({ users: 250, seed: 2 }, { ATTEST_LIMITS: "calls=100" });
});
afterAll(() => place.close());

const priceOf = async () => {
  const report = await check(place.house, source);
  return report.kind === "checked" ? report.review.price : report.findings;
};

// Okta's listUsers leaves deactivated users out, the size of the group Everyone does not: hence 238 of 250.
test("a price is unknown until the org has shown its size, then it says since when", async () => {
  const before = await priceOf();
  const progress: Progress[] = [];
  const asked: unknown[] = [];
  const front: Front = {
    decide: undefined,
    allowLookUp: undefined,
    raiseLimit: async (reached) => {
      asked.push(reached);
      return 10 * reached.bound;
    },
    onProgress: (one) => progress.push(one),
    yes: true,
    signal: new AbortController().signal,
  };
  const report = reportOf(await run(place.house, { source, parameters: {} }, front));
  const last = progress.findLast((one) => one.kind === "reading");
  expect({
    before,
    after: await priceOf(),
    count: report.count,
    asked,
    operations: last?.operations,
    rows: last?.rows,
  }).toEqual({
    before: {
      calls: undefined,
      minutes: undefined,
      expected: {},
      because: [
        "listUsers: 1 request for each 200 items (how many is not known)",
        "listFactors: 1 request for each of users, the items of listUsers (how many is not known)",
      ],
    },
    after: {
      calls: 240,
      minutes: 0.8,
      expected: { listUsers: 2, listFactors: 238 },
      because: [
        "listUsers: 2 requests: 1 request for each 200 items (238, seen just now)",
        "listFactors: 1 request for each of users, the items of listUsers (238, seen just now)",
      ],
    },
    count: 238,
    asked: [{ limit: "calls", bound: 100 }],
    operations: [
      { operationId: "listUsers", asked: 2, answered: 2, expected: 2 },
      { operationId: "listFactors", asked: 238, answered: 238, expected: 250 },
    ],
    rows: 238,
  });
});
