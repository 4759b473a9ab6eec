// What a run costs beside the same in plain Node and in @utcp/code-mode, all over HTTP against one emulated org, Attest with its
// journal on: nothing, ten reads, and 142 pages of users, grouped, returned and joined.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type House, openHouse } from "../main/house.ts";
import { answerCount, sinceApproval } from "./attest-run.ts";
import { type EmulatedOrg, readJson, readList, startOrg } from "./emulated-org.ts";
import { collectGarbage, median, say, timed } from "./figures.ts";

const rounds = 9;
// 142 pages, as large as Okta's are: more than the 20 MB that were asked for.
const users = 142 * 200;

interface User {
  readonly id: string;
  readonly status: string;
  readonly profile: { readonly login: string; readonly department?: string | null; readonly title?: string | null };
}

interface Compared {
  readonly name: string;
  readonly body: string;
  readonly plain: (org: EmulatedOrg) => Promise<number>;
  /** The same for code-mode, whose tools it calls one after the other; `list` reads a list to its end. */
  readonly code: string;
  readonly bound?: number;
  readonly parameters?: string;
}

const usersTarget = "/api/v1/users?limit=200";

function countByDepartment(all: readonly User[]): number {
  const counts = new Map<string, number>();
  for (const { status, profile } of all) {
    if (status === "ACTIVE")
      counts.set(profile.department ?? "none", (counts.get(profile.department ?? "none") ?? 0) + 1);
  }
  return counts.size;
}

const list = `const list = (first) => { const all = []; for (let target = first; target !== null;) { const page = okta.page({ target }); for (const one of page.items) all.push(one); target = page.next } return all };\n`;
const readUsers = "const users = await okta.listUsers({}).all()";

const compared: readonly Compared[] = [
  {
    name: "return []",
    // Of a list that the operator gives and that holds none: a column of nothing at all cannot be traced.
    body: "return ids.filter((id) => id === '').map((id) => ({ id }))",
    parameters: "{ ids: ['a'] }",
    plain: async () => 0,
    code: "return []",
  },
  {
    name: "10 reads, one after the other",
    body: `const [first] = await okta.listUsers({}).first(1)
  const one = async (): Promise<string> => (await okta.getUser({ id: first?.id ?? '' })).profile?.login ?? ''
  return [{ a: await one(), b: await one(), c: await one(), d: await one(), e: await one(), f: await one(), g: await one(), h: await one(), i: await one() }]`,
    plain: async (org) => {
      const [first] = (await readJson<readonly User[]>(org, "/api/v1/users?limit=200")).value;
      for (let count = 0; count < 9; count += 1) await readJson<User>(org, `/api/v1/users/${first?.id}`);
      return 1;
    },
    code: `const id = okta.page({ target: '/api/v1/users?limit=200' }).items[0].id; const row = {}; for (let i = 0; i < 9; i += 1) row[i] = okta.page({ target: '/api/v1/users/' + id }).items.profile.login; return [row]`,
  },
  {
    name: "142 pages, grouped",
    body: `${readUsers}
  const counts = new Map<string, number>()
  for (const { status, profile } of users) {
    const department = profile.department ?? 'none'
    if (status === 'ACTIVE') counts.set(department, (counts.get(department) ?? 0) + 1)
  }
  return [...counts].map(([department, count]) => ({ department, count }))`,
    plain: async (org) => countByDepartment(await readList<User>(org, usersTarget)),
    code: `${list}const counts = new Map(); for (const { status, profile } of list('${usersTarget}')) if (status === 'ACTIVE') counts.set(profile.department ?? 'none', (counts.get(profile.department ?? 'none') ?? 0) + 1); return [...counts].map(([department, count]) => ({ department, count }))`,
  },
  {
    name: "142 pages, every user returned",
    body: `${readUsers}
  return users.map(({ id, status, profile }) => ({ id, status, login: profile.login, department: profile.department ?? null, title: profile.title ?? null }))`,
    plain: async (org) =>
      (await readList<User>(org, usersTarget)).map(({ id, status, profile }) => ({ id, status, ...profile })).length,
    code: `${list}return list('${usersTarget}').map(({ id, status, profile }) => ({ id, status, login: profile.login, department: profile.department ?? null, title: profile.title ?? null }))`,
  },
  {
    name: "142 pages, joined with an app's users",
    body: `const app = named(await okta.listApplications({}).all(), 'label', 'GitHub')
  ${readUsers}
  const assigned = new Set((await okta.listApplicationUsers({ appId: app.id }).all()).map((one) => one.id))
  return users.filter((user) => assigned.has(user.id)).map((user) => ({ login: user.profile.login, status: user.status }))`,
    plain: async (org) => {
      const apps = await readList<{ readonly id: string; readonly label: string }>(org, "/api/v1/apps?limit=200");
      const app = apps.find((one) => one.label === "GitHub");
      const all = await readList<User>(org, usersTarget);
      const assigned = new Set(
        (await readList<User>(org, `/api/v1/apps/${app?.id}/users?limit=500`)).map((one) => one.id),
      );
      return all.filter((one) => assigned.has(one.id)).length;
    },
    code: `${list}const app = list('/api/v1/apps?limit=200').find((one) => one.label === 'GitHub'); const all = list('${usersTarget}'); const ids = new Set(list('/api/v1/apps/' + app.id + '/users?limit=500').map((one) => one.id)); return all.filter((one) => ids.has(one.id)).map(({ status, profile }) => ({ login: profile.login, status }))`,
    bound: 1.3,
  },
];

function snippetOf({ name, body, parameters }: Compared): string {
  const named = body.includes("named(") ? "named, okta" : "okta";
  const imported = body.includes("okta.") ? `import { ${named} } from 'okta'\n\n` : "";
  const given = parameters === undefined ? "" : `export const params = ${parameters}\n`;
  const taken = parameters === undefined ? "" : "{ ids }: typeof params";
  const title = `export const title = '${name.replaceAll("'", "")}'\n`;
  return `${imported}${title}${given}\nexport default async function (${taken}) {\n  ${body}\n}\n`;
}

type PeerTimes = Readonly<Record<string, { readonly times: readonly number[]; readonly count: number }>>;

/** The times of code-mode, or why there are none. */
function runPeer(org: EmulatedOrg): PeerTimes | string {
  const folder = resolve("bench/code-mode");
  if (!existsSync(join(folder, "node_modules"))) return "not installed: npm ci --prefix bench/code-mode";
  const cases = JSON.stringify(compared.map(({ name, code }) => ({ name, code })));
  const ran = spawnSync(
    process.execPath,
    ["--no-node-snapshot", "peer.mjs", org.origin, org.token, cases, String(rounds)],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  if (ran.status !== 0)
    return `it did not run: ${ran.stderr.split("\n").find((line) => line.includes("Error")) ?? ran.stderr}`;
  const times: PeerTimes = JSON.parse(ran.stdout);
  return times;
}

/** Has the spare child started, and the garbage collected, so that neither falls into what is measured next. */
async function settle(house: House): Promise<void> {
  await house.sandbox().warm();
  await setTimeout(250);
  collectGarbage();
}

const org = await startOrg(users);
const home = mkdtempSync(join(tmpdir(), "attest-bench-"));
const house = openHouse({ ATTEST_HOME: home, OKTA_DOMAIN: org.origin, OKTA_API_TOKEN: org.token }, home);
try {
  const peer = runPeer(org);
  const bytes = (await readList<User>(org, usersTarget)).reduce((sum, one) => sum + JSON.stringify(one).length, 0);
  say(`142 pages of 200 users, ${Math.round(bytes / 1e6)} MB`);
  say(`medians of ${rounds} rounds, from the approval to the answer in the journal, in ms`);
  if (typeof peer === "string") say(`@utcp/code-mode: ${peer}`);
  for (const one of compared) {
    const source = snippetOf(one);
    await answerCount(house, source);
    const pairs: { readonly plain: number; readonly attest: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await settle(house);
      const plain = await timed(() => one.plain(org));
      await settle(house);
      const count = await answerCount(house, source);
      if (count !== plain.value) throw new Error(`different answers: ${count} and ${plain.value} rows`);
      pairs.push({ plain: plain.ms, attest: sinceApproval(house).answer });
    }
    const [plain, attest] = [median(pairs.map((pair) => pair.plain)), median(pairs.map((pair) => pair.attest))];
    const ratio = plain < 5 ? "" : `, ratio ${median(pairs.map((pair) => pair.attest / pair.plain)).toFixed(2)}`;
    const bound = one.bound === undefined ? "" : ` (bound ${one.bound})`;
    const other = typeof peer === "string" ? "" : `, code-mode ${Math.round(median(peer[one.name]?.times ?? []))}`;
    say(`${one.name}: plain Node ${Math.round(plain)}, Attest ${Math.round(attest)}${ratio}${bound}${other}`);
  }
} finally {
  await house.close();
  org.stop();
  rmSync(home, { recursive: true, force: true });
}
