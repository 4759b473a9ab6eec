// A standing approval: what is asked runs unasked within its bounds, and says so; everything else is asked for.
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "../../main/ask.ts";
import { showJournal, verifyJournal } from "../../main/journal.ts";
import type { RunResult } from "../../main/run-report.ts";
import { run } from "../../main/run.ts";
import { approveStanding, findStanding, revokeStanding } from "../../main/standing.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { type AskingHouse, openAskingHouse, reportOf } from "../asking-house.ts";
import { beginning } from "../audit/sample-run.ts";

const question = "Which users are suspended?";

let place: AskingHouse;
beforeAll(async () => void (place = await openAskingHouse({ users: 40, seed: 5 })));
afterAll(() => place.close());

const front = { ...silentFront, yes: false };
const askUnasked = (): Promise<RunResult> =>
  ask(place.house, { question, planner: "phrasebook", sampleSize: undefined }, front);

const bounds = { scopes: ["okta.users.read", "okta.groups.read"], calls: 50, days: 1 };

test("a question runs within a standing approval, journalled as that, and is asked for once it is taken back", async () => {
  const { house } = place;
  const before = await askUnasked();
  const standing = await approveStanding(house, bounds);
  const answer = reportOf(await askUnasked());
  const { summary, beginning: begun } = showJournal(house, "last");
  const source = begun.source;
  const ofFile = await run(house, { source, parameters: {} }, front);
  await revokeStanding(house, standing.id);
  const after = await askUnasked();
  expect({
    kinds: [before, ofFile, after].map((one) => one.kind),
    outcome: answer.outcome,
    how: summary.approvedHow,
    standing: begun.approval.standing,
    calls: begun.limits.calls,
    broken: verifyJournal(house, true).broken,
  }).toEqual({
    kinds: ["waiting", "waiting", "waiting"],
    outcome: answer.count === 0 ? "empty" : "answered",
    how: "standing",
    standing: standing.id,
    calls: 50,
    broken: [],
  });
});

test("it covers no other scope, no secret, no System Log, no greater price and no other org", async () => {
  const { house } = place;
  const standing = await approveStanding(house, bounds);
  const { review } = beginning;
  const [operation] = review.operations;
  if (operation === undefined) throw new Error("the sample has an operation");
  const org = place.emulator.origin;
  const isCovered = (change: object, where = org): boolean =>
    findStanding(house, { ...review, operations: [{ ...operation, ...change }] }, where) !== undefined;
  const costly = { ...review, price: { calls: 51, minutes: 1, because: [] } };
  expect({
    within: isCovered({}),
    scope: isCovered({ scopes: ["okta.apps.read"] }),
    noScope: isCovered({ scopes: [] }),
    logs: isCovered({ scopes: ["okta.logs.read"] }),
    secret: isCovered({ effect: "secret" }),
    write: isCovered({ effect: "write" }),
    costly: findStanding(house, costly, org) !== undefined,
    elsewhere: isCovered({}, "https://acme.okta.com"),
  }).toEqual({
    within: true,
    scope: false,
    noScope: false,
    logs: false,
    secret: false,
    write: false,
    costly: false,
    elsewhere: false,
  });
  await revokeStanding(house, standing.id);
});

test.each([
  [{ ...bounds, scopes: [] }, "A standing approval without scopes covers nothing."],
  [{ ...bounds, scopes: ["okta.logs.read"] }, 'The scope "okta.logs.read" cannot stand approved.'],
  [{ ...bounds, scopes: ["okta.users.manage"] }, 'The scope "okta.users.manage" cannot stand approved.'],
  [{ ...bounds, calls: 0 }, "0 requests of one run cannot stand approved."],
  [{ ...bounds, days: 400 }, "400 days are no time for which it can stand."],
])("bounds that are none are refused: %j", async (given, found) => {
  await expect(approveStanding(place.house, given)).rejects.toThrow(found);
});
