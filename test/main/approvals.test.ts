import { afterAll, beforeAll, expect, test } from "vitest";
import { listApprovals, revokeApproval, showApprovals } from "../../main/approvals.ts";
import { approve } from "../../main/approve.ts";
import { verifyJournal } from "../../main/journal.ts";
import type { RunResult } from "../../main/run-report.ts";
import { run } from "../../main/run.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { type AskingHouse, openAskingHouse } from "../asking-house.ts";

const source = `import { okta } from 'okta'

export const title = 'Names of all groups'

export default async function () {
  const groups = await okta.listGroups({}).all()
  return groups.map((group) => ({ id: group.id, name: group.profile.name }))
}
`;

let place: AskingHouse;
beforeAll(async () => void (place = await openAskingHouse({ users: 30, seed: 5 })));
afterAll(() => place.close());

/** Runs the snippet where it may run unasked; else it waits for an approval. */
const attempt = (): Promise<RunResult> => run(place.house, { source, parameters: {} }, { ...silentFront, yes: false });

test("what was approved runs unasked until it is taken back, and again once it is approved anew", async () => {
  const { house } = place;
  const before = await attempt();
  const hash = before.kind === "waiting" ? before.review.reviewHash : "";
  await approve(house, hash);
  const approved = await attempt();
  const revoked = await revokeApproval(house, hash.slice(0, 12));
  const after = await attempt();
  await expect(revokeApproval(house, hash)).rejects.toThrow(`No approval of ${hash} stands.`);
  await approve(house, hash);
  const shown = showApprovals(house, hash);
  expect({
    tries: [before, approved, after, await attempt()].map((one) => one.kind),
    revoked: revoked.map((one) => [one.title, one.how]),
    states: shown.map((one) => one.revoked?.operator === undefined),
    orgs: new Set(listApprovals(house, 10).map((one) => one.org)),
    broken: verifyJournal(house, true).broken,
  }).toEqual({
    tries: ["waiting", "report", "waiting", "report"],
    revoked: [["Names of all groups", "hash"]],
    states: [true, false],
    orgs: new Set([place.emulator.origin]),
    broken: [],
  });
});

test("what was never approved is said to be nothing to show or take back", async () => {
  expect(() => showApprovals(place.house, "ffff")).toThrow('no approval "ffff"');
  await expect(revokeApproval(place.house, "ffff")).rejects.toThrow('no approval "ffff"');
});
