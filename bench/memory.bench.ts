// 100,000 users of 1.5 kB and more, read by `.all()` and joined with the users of an app, within 256 MB of the isolate's memory,
// beside the same in plain Node. Prints the peak of the sandbox's child process as a whole, which holds the isolate.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openHouse } from "../main/house.ts";
import { answerCount } from "./attest-run.ts";
import { readList, startOrg } from "./emulated-org.ts";
import { say, timed } from "./figures.ts";

const users = 100_000;

const snippet = `import { named, okta } from 'okta'

export const title = 'Users with GitHub, and who has it'

export default async function () {
  const app = named(await okta.listApplications({}).all(), 'label', 'GitHub')
  const users = await okta.listUsers({}).all()
  const assigned = new Map((await okta.listApplicationUsers({ appId: app.id }).all()).map((one) => [one.id, one]))
  return users.flatMap((user) => {
    const one = assigned.get(user.id)
    if (one === undefined) return []
    return [{ login: user.profile.login, department: user.profile.department ?? null, status: user.status, scope: one.scope ?? null }]
  })
}
`;

interface Listed {
  readonly id: string;
  readonly label?: string;
}

/** Megabytes that a process has held at its peak so far; 0 for one that has gone. */
function peakMb(pid: string): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function isSandbox(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--jitless");
  } catch {
    return false;
  }
}

/** Watches the largest sandbox child of this machine while something runs. */
async function watched<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly peak: number }> {
  let peak = 0;
  const look = (): void => {
    for (const pid of readdirSync("/proc")) if (/^\d+$/.test(pid) && isSandbox(pid)) peak = Math.max(peak, peakMb(pid));
  };
  const timer = setInterval(look, 50);
  try {
    return { value: await work(), peak };
  } finally {
    clearInterval(timer);
    look();
    say(`peak of the sandbox's child as a whole: ${Math.round(peak)} MB (an empty one holds some 60)`);
  }
}

const org = await startOrg(users);
const home = mkdtempSync(join(tmpdir(), "attest-bench-"));
const house = openHouse({ ATTEST_HOME: home, OKTA_DOMAIN: org.origin, OKTA_API_TOKEN: org.token }, home);
try {
  const apps = await readList<Listed>(org, "/api/v1/apps?limit=200");
  const app = apps.find((one) => one.label === "GitHub");
  const hand = await timed(async () => {
    const all = await readList<Listed>(org, "/api/v1/users?limit=200");
    const assigned = new Set(
      (await readList<Listed>(org, `/api/v1/apps/${app?.id}/users?limit=500`)).map((one) => one.id),
    );
    return { all, rows: all.filter((one) => assigned.has(one.id)).length };
  });
  const bytes = hand.value.all.reduce((sum, one) => sum + JSON.stringify(one).length, 0);
  say(`${users} users of ${Math.round(bytes / users)} bytes, ${hand.value.rows} of them with the app`);
  await house.sandbox().warm();
  const attest = await timed(() => watched(() => answerCount(house, snippet)));
  if (attest.value.value !== hand.value.rows) throw new Error(`different answers: ${attest.value.value} rows`);
  const limit = house.journal().runs.get("last").beginning.limits.memoryMb;
  say(`answered within ${limit} MB of isolate memory, journal on: ${Math.round(attest.ms)} ms`);
  say(`plain Node, whole users kept: ${Math.round(hand.ms)} ms`);
} finally {
  await house.close();
  org.stop();
  rmSync(home, { recursive: true, force: true });
}
