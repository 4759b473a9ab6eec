// A policy asks for more than one operator's yes; what has not all of it waits, and sends nothing.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { revokeApproval } from "../../main/approvals.ts";
import { approve } from "../../main/approve.ts";
import { needsOf, type ApprovalNeeds } from "../../main/needs/approval-needs.ts";
import type { Review } from "../../terms/review.ts";
import type { RunResult } from "../../main/run-report.ts";
import { run } from "../../main/run.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { beginning } from "../audit/sample-run.ts";
import { namesOfGroups, openSigningHouse, type SigningHouse } from "./signing-house.ts";

const logs = `import { now, okta } from 'okta'

export const title = 'Events of today'

export default async function () {
  const events = await okta.listLogEvents({ since: '2026-01-01T00:00:00Z', until: now() }).first(5)
  return events.map((event) => ({ id: event.uuid ?? null }))
}
`;

let place: SigningHouse;
beforeAll(async () => {
  place = await openSigningHouse(["omar"]);
});
afterAll(() => place.close());

const setPolicy = (text: string): void => writeFileSync(join(place.keys, "policy.json"), text);
beforeEach(() => setPolicy('{ "logs": "second person", "manyCalls": { "over": 100000, "needs": "signature" } }'));

const attempt = (source: string, yes = true): Promise<RunResult> =>
  run(place.house, { source, parameters: {} }, { ...silentFront, yes });
const said = (result: RunResult): string =>
  result.kind === "waiting" ? `${result.why}: ${result.rendered}` : result.kind;

test("what reads the System Log waits for a second person, and everything else for nobody", async () => {
  const { house } = place;
  const unasked = await attempt(logs);
  const hash = unasked.kind === "waiting" ? unasked.review.reviewHash : "";
  await approve(house, hash);
  const byOne = await attempt(logs);
  await approve(house, hash);
  const byOneTwice = await attempt(logs);
  await approve(house, hash, place.keyOf("omar"));
  const byTwo = await attempt(logs);
  await revokeApproval(house, hash);
  const missing = `The policy asks for the approval of a second person, since it reads the System Log: another operator runs attest approve ${hash.slice(0, 16)}`;
  expect({
    all: [byOne, byOneTwice, byTwo, await attempt(logs)].map(said).map((text) => text.split("\n").at(-1)),
    unasked: said(unasked).endsWith(missing),
    other: said(await attempt(namesOfGroups)),
  }).toEqual({
    all: [`policy: ${missing}`, `policy: ${missing}`, "report", missing],
    unasked: true,
    other: "report",
  });
});

test("each kind of snippet needs what the policy says of it, and why is said", () => {
  const [operation] = beginning.review.operations;
  if (operation === undefined) throw new Error("the sample has an operation");
  const review = {
    ...beginning.review,
    operations: [operation, { ...operation, effect: "secret" as const, scopes: ["okta.logs.read"] }],
    price: { calls: 5_001, minutes: 1, because: [] },
  };
  const policy = {
    scheduled: "signature",
    logs: "second person",
    secrets: "signature",
    manyCalls: { over: 5_000, needs: "signature" },
  } as const;
  const judged = (one: ApprovalNeeds, isScheduled: boolean, judgedReview: Review): unknown =>
    needsOf(one, { review: judgedReview, isScheduled, mostCalls: 20_000 });
  expect([
    judged(policy, true, review),
    judged(policy, false, beginning.review),
    judged({}, true, review),
    judged(policy, false, { ...beginning.review, price: { calls: undefined, minutes: undefined, because: [] } }),
  ]).toEqual([
    [
      { need: "signature", because: "it runs by itself at its times" },
      { need: "second person", because: "it reads the System Log" },
      { need: "signature", because: "it reads secrets" },
      { need: "signature", because: "it may send more than 5000 requests" },
    ],
    [],
    [],
    [{ need: "signature", because: "it may send more than 5000 requests" }],
  ]);
});

test.each([
  ["{ nonsense", "it is not JSON"],
  ['{ "logs": "two" }', "logs: Invalid option"],
  ['{ "log": "signature" }', "Unrecognized key"],
])("a policy that cannot be used lets nothing run, and says what is wrong with it: %s", async (text, reason) => {
  setPolicy(text);
  await expect(attempt(namesOfGroups)).rejects.toThrow(`cannot be used: ${reason}`);
});
