// The join over 5,000 users (one list walk, then one read of factors a user) at zero latency, journal on, beside the same
// join written by hand in plain Node. Both read the same emulated org, which runs in a process of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openHouse } from "../main/house.ts";
import { answerCount, sinceApproval } from "./attest-run.ts";
import { type EmulatedOrg, readJson, readList, startOrg } from "./emulated-org.ts";
import { factorsOfUsers } from "./factors-of-users.ts";
import { median, say, timed } from "./figures.ts";

const rounds = 5;
const users = 5_000;
// As many at once for both; more than the default of 32, which is there for Okta's sake and binds at zero latency.
const concurrency = 64;

interface User {
  readonly id: string;
  readonly status: string;
  readonly profile: { readonly login: string };
}

async function byHand(org: EmulatedOrg): Promise<number> {
  const all = await readList<User>(org, "/api/v1/users?limit=200");
  const rows: object[] = [];
  let at = 0;
  const work = async (): Promise<void> => {
    for (let user = all[at++]; user !== undefined; user = all[at++]) {
      const { value } = await readJson<readonly { readonly status: string; readonly factorType: string }[]>(
        org,
        `/api/v1/users/${user.id}/factors`,
      );
      const active = value.filter((factor) => factor.status === "ACTIVE" && factor.factorType !== "question");
      if (active.length === 0)
        rows.push({ id: user.id, login: user.profile.login, status: user.status, activeFactors: 0 });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return rows.length;
}

const org = await startOrg(users);
const home = mkdtempSync(join(tmpdir(), "attest-bench-"));
const house = openHouse(
  { ATTEST_HOME: home, OKTA_DOMAIN: org.origin, OKTA_API_TOKEN: org.token, ATTEST_CONCURRENCY: String(concurrency) },
  home,
);
try {
  await byHand(org);
  await answerCount(house, factorsOfUsers);
  const pairs: { readonly hand: number; readonly whole: number; readonly run: number }[] = [];
  const starts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const hand = await timed(() => byHand(org));
    await house.sandbox().warm();
    const attest = await timed(() => answerCount(house, factorsOfUsers));
    if (hand.value !== attest.value) throw new Error(`different answers: ${hand.value} and ${attest.value} rows`);
    const { firstRequest, answer } = sinceApproval(house);
    starts.push(firstRequest);
    pairs.push({ hand: hand.ms, whole: attest.ms, run: answer });
  }
  const ms = (of: "hand" | "whole" | "run"): number => Math.round(median(pairs.map((pair) => pair[of])));
  const ratio = (of: "whole" | "run"): string => median(pairs.map((pair) => pair[of] / pair.hand)).toFixed(2);
  say(`${users} users, ${concurrency} requests at once, medians of ${rounds} rounds`);
  say(`plain Node: ${ms("hand")} ms`);
  say(`Attest from the approval to the answer, journal on: ${ms("run")} ms, ratio ${ratio("run")} (bound 1.50)`);
  say(`Attest with check, review and report: ${ms("whole")} ms, ratio ${ratio("whole")}`);
  say(`from the approval to the first request, prewarmed: ${median(starts)} ms`);
} finally {
  await house.close();
  org.stop();
  rmSync(home, { recursive: true, force: true });
}
