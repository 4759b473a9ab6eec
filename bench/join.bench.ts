// The join over 5,000 users (one list walk, then one read of factors a user) at zero latency, journal on, beside the same
// join written by hand in plain Node. Both read the same emulated org, which runs in a process of its own.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openHouse, type House } from "../main/house.ts";
import { run } from "../main/run.ts";
import type { Front } from "../main/front.ts";
import { median, say, timed } from "./figures.ts";

const rounds = 5;
const users = 5_000;
// As many at once for both; more than the default of 32, which is there for Okta's sake and binds at zero latency.
const concurrency = 64;

const snippet = `import { each, okta } from 'okta'

export const title = 'Users without an active MFA factor'

export default async function () {
  const users = await okta.listUsers({}).all()
  const checked = await each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    const active = factors.filter((factor) => factor.status === 'ACTIVE' && factor.factorType !== 'question')
    return { id: user.id, login: user.profile.login, status: user.status, activeFactors: active.length }
  })
  return checked.filter((row) => row.activeFactors === 0)
}
`;

interface Org {
  readonly origin: string;
  readonly token: string;
  readonly stop: () => void;
}

async function startOrg(): Promise<Org> {
  const child = spawn(process.execPath, [resolve("cli/attest.mjs"), "emulator", "--users", String(users)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  for await (const chunk of child.stdout) {
    text += String(chunk);
    const origin = /OKTA_DOMAIN=(\S+)/.exec(text)?.[1];
    const token = /OKTA_API_TOKEN=(\S+)/.exec(text)?.[1];
    if (origin !== undefined && token !== undefined) return { origin, token, stop: () => child.kill() };
  }
  throw new Error("the emulated org did not start");
}

interface User {
  readonly id: string;
  readonly status: string;
  readonly profile: { readonly login: string };
}

async function readJson<T>(
  org: Org,
  target: string,
): Promise<{ readonly value: T; readonly next: string | undefined }> {
  const response = await globalThis.fetch(new URL(target, org.origin), {
    headers: { authorization: `SSWS ${org.token}`, accept: "application/json" },
  });
  const next = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
  // Written by hand as an administrator would: the answer is taken for what it is expected to be.
  const value: T = await response.json();
  return { value, next };
}

async function byHand(org: Org): Promise<number> {
  const all: User[] = [];
  for (let target: string | undefined = "/api/v1/users?limit=200"; target !== undefined;) {
    const page: { readonly value: readonly User[]; readonly next: string | undefined } = await readJson(org, target);
    all.push(...page.value);
    target = page.next;
  }
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

const front: Front = {
  decide: undefined,
  allowLookUp: undefined,
  onProgress: () => undefined,
  yes: true,
  signal: new AbortController().signal,
};

async function byAttest(house: House): Promise<number> {
  const result = await run(house, { source: snippet, parameters: {} }, front);
  if (result.kind !== "report") throw new Error(`the snippet was not run: ${JSON.stringify(result)}`);
  if (result.report.failure !== undefined) throw new Error(result.report.failure.found);
  return result.report.count;
}

/** Milliseconds from the approval to the first request, and to the answer in the journal: all are times of this machine. */
function sinceApproval(house: House): { readonly firstRequest: number; readonly answer: number } {
  const kept = house.journal().getRun("last");
  const [first] = house.journal().listReads(kept.run);
  const approved = Date.parse(kept.beginning.approval.at);
  return {
    firstRequest: Date.parse(first?.exchange?.attempts[0]?.sentAt ?? "") - approved,
    answer: Date.parse(kept.endedAt ?? "") - approved,
  };
}

const org = await startOrg();
const home = mkdtempSync(join(tmpdir(), "attest-bench-"));
const house = openHouse(
  { ATTEST_HOME: home, OKTA_DOMAIN: org.origin, OKTA_API_TOKEN: org.token, ATTEST_CONCURRENCY: String(concurrency) },
  home,
);
try {
  await byHand(org);
  await byAttest(house);
  const pairs: { readonly hand: number; readonly whole: number; readonly run: number }[] = [];
  const starts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const hand = await timed(() => byHand(org));
    await house.sandbox().warm();
    const attest = await timed(() => byAttest(house));
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
