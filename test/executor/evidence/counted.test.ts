// Numbers that a snippet counts up step by step: a cell names the items in whose turns it was counted.
import { expect, test } from "vitest";
import { prove } from "../../../executor/evidence/prove.ts";
import type { CellEvidence, Place } from "../../../terms/evidence.ts";
import { styled } from "../origins/styled.ts";
import { type Evidenced, evidenceOf } from "./evidence-of.ts";
import { createProcessSandbox } from "./process-sandbox.ts";
import { limits } from "./record-run.ts";

const sandbox = createProcessSandbox();
const pageSize = 8;

/** Places in the pages of the synthetic org's users, by their numbers. */
function usersAt(numbers: readonly number[]): readonly Place[] {
  return numbers.map((number) => ({ step: Math.floor(number / pageSize), pointer: `/${number % pageSize}` }));
}

const all = Array.from({ length: 23 }, (_, index) => index);
const suspended = all.filter((index) => index % 5 === 2);
const staged = all.filter((index) => index % 5 === 4);
const active = all.filter((index) => !suspended.includes(index) && !staged.includes(index));

function counted(numbers: readonly number[]): CellEvidence {
  return { kind: "items", places: usersAt(numbers), count: numbers.length };
}

async function evidenceIn(body: string): Promise<{ evidenced: Evidenced; rows: unknown }> {
  const evidenced = await evidenceOf(styled(`  const users = await okta.listUsers({}).all()\n${body}`), sandbox);
  const { evidence, run } = evidenced;
  const rows =
    evidence.kind === "collected"
      ? evidence.rows.map((cells, row) =>
          Object.fromEntries(
            cells.map((cell, at) => {
              const name = evidence.columns[at] ?? "";
              return [name, [run.rows[row]?.[name], cell]];
            }),
          ),
        )
      : evidence.why;
  return { evidenced, rows };
}

test("a variable that a loop counts up names the item of each turn in which it was counted", async () => {
  const { rows } = await evidenceIn(`  let suspended = 0
  let all = 0
  for (const user of users) {
    all++
    if (user.status !== 'SUSPENDED') continue
    suspended = suspended + 1
  }
  return [{ suspended, all, none: 0 }]`);
  expect(rows).toEqual([
    {
      suspended: [5, counted(suspended)],
      all: [23, counted(all)],
      none: [0, { kind: "literal" }],
    },
  ]);
});

const perStatus = [
  { status: "ACTIVE", users: [14, counted(active)] },
  { status: "SUSPENDED", users: [5, counted(suspended)] },
  { status: "STAGED", users: [4, counted(staged)] },
];

const tallies: Readonly<Record<string, string>> = {
  "a map that is read and set again": `  const counts = new Map<string, number>()
  for (const user of users) counts.set(user.status, (counts.get(user.status) ?? 0) + 1)
  return [...counts].map(([status, users]) => ({ status, users }))`,
  "a map whose first step sets a number": `  const counts = new Map<string, number>()
  users.forEach((user) => {
    const before = counts.get(user.status)
    if (before === undefined) counts.set(user.status, 1)
    else counts.set(user.status, before + 1)
  })
  return Array.from(counts, ([status, users]) => ({ status, users }))`,
  "an object under worked out keys": `  const counts: Record<string, number> = {}
  for (const { status } of users) counts[status] = (counts[status] ?? 0) + 1
  return Object.entries(counts).map(([status, users]) => ({ status, users }))`,
  "an object that a reduce hands on": `  const counts = users.reduce<Record<string, number>>((all, user) => {
    all[user.status] ??= 0
    all[user.status]! += 1
    return all
  }, {})
  return Object.entries(counts).map(([status, users]) => ({ status, users }))`,
  "objects that a map holds": `  const found = new Map<string, { status: string; users: number }>()
  for (const user of users) {
    const one = found.get(user.status) ?? { status: user.status, users: 0 }
    one.users += 1
    found.set(user.status, one)
  }
  return [...found.values()]`,
  "a helper that is not in the loop, by what the key was read from": `  const counts = new Map<string, number>()
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const user of users) add(user.status)
  return [...counts].map(([status, users]) => ({ status, users }))`,
  "one reduce for each status": `  return ['ACTIVE', 'SUSPENDED', 'STAGED'].map((status) => ({
    status, users: users.reduce((total, user) => total + (user.status === status ? 1 : 0), 0),
  }))`,
  "objects of the snippet, by the user that each was made for": `  const rows = users.map((user) => ({ ofKind: user.status, isOdd: user.id.endsWith('1') }))
  const sorted = rows.filter((row) => row.ofKind !== '').toSorted((a, b) => a.ofKind.localeCompare(b.ofKind))
  const counts = new Map<string, { users: number }>()
  for (const row of sorted) {
    const one = counts.get(row.ofKind) ?? { users: 0 }
    counts.set(row.ofKind, { ...one, users: one.users + 1 })
  }
  return ['ACTIVE', 'SUSPENDED', 'STAGED'].map((status) => ({ status, users: counts.get(status)?.users ?? 0 }))`,
  "objects of the snippet, in a reduce": `  const rows = await each(users, async (user) => ({ ofKind: user.status }))
  return ['ACTIVE', 'SUSPENDED', 'STAGED'].map((status) => ({
    status, users: rows.reduce((total, row) => (row.ofKind === status ? total + 1 : total), 0),
  }))`,
  "a loop over a map's entries": `  const byId = new Map(users.map((user) => [user.id, user]))
  const counts = new Map<string, number>()
  for (const [, user] of byId) counts.set(user.status, (counts.get(user.status) ?? 0) + 1)
  return [...counts].map(([status, users]) => ({ status, users }))`,
};

test.for(Object.entries(tallies))("each status names the users that were counted: %s", async ([, body]) => {
  const { rows } = await evidenceIn(body);
  const columns = (rows as readonly Record<string, readonly unknown[]>[]).map(({ status, users }) => ({
    status: status?.[0],
    users,
  }));
  expect(columns).toEqual(perStatus);
});

test("a number that begins anew with each item is no count of the items", async () => {
  const { rows } = await evidenceIn(`  const rows: { points: number }[] = []
  for (const user of users.slice(0, 3)) {
    let points = 0
    if (user.status === 'ACTIVE') points += 2
    rows.push({ points })
  }
  return rows`);
  const decided = (number: number): CellEvidence => ({
    kind: "computed",
    places: [{ step: 0, pointer: `/${number}/status` }],
  });
  expect(rows).toEqual([{ points: [2, decided(0)] }, { points: [2, decided(1)] }, { points: [0, decided(2)] }]);
});

test("a number that conditions make anew in each turn names what they decided by", async () => {
  const { rows } = await evidenceIn(`  const rows: { points: number }[] = []
  let points = 0
  for (const user of users.slice(0, 2)) {
    points = (user.status === 'ACTIVE' ? 2 : 0) + (user.lastLogin ? 1 : 0)
    rows.push({ points })
  }
  return rows`);
  const decided = (number: number): CellEvidence => ({
    kind: "computed",
    places: ["status", "lastLogin"].map((name) => ({ step: 0, pointer: `/${number}/${name}` })),
  });
  expect(rows).toEqual([{ points: [3, decided(0)] }, { points: [3, decided(1)] }]);
});

test("a count in which the turn of some item is not known is lost, since it would name too few", async () => {
  const { rows } = await evidenceIn(`  let all = 0
  for (const one of ['a', 'b']) if (one !== 'c') all += 1
  for (const user of users.slice(0, 2)) if (user.status !== 'NONE') all += 1
  return [{ all }]`);
  const why = "Which values it was worked out from is not recorded.";
  expect(rows).toEqual([{ all: [4, { kind: "lost", why }] }]);
});

test("a number that is only chosen under a key stays the snippet's own text", async () => {
  const { rows } = await evidenceIn(`  const ranks: Record<string, number> = {}
  for (const user of users.slice(0, 2)) ranks[user.id] = user.status === 'ACTIVE' ? 1 : 2
  return Object.values(ranks).map((rank) => ({ rank }))`);
  expect(rows).toEqual([{ rank: [1, { kind: "literal" }] }, { rank: [1, { kind: "literal" }] }]);
});

test("a share names what was counted on both sides", async () => {
  const { rows } = await evidenceIn(`  let suspended = 0
  let staged = 0
  for (const user of users) {
    if (user.status === 'SUSPENDED') suspended += 1
    if (user.status === 'STAGED') staged += 1
  }
  return [{ share: staged / suspended }]`);
  expect(rows).toEqual([{ share: [0.8, { kind: "computed", places: usersAt([...staged, ...suspended]) }] }]);
});

test("more items than can be named are named by the lists that they stand in", async () => {
  const { rows } = await evidenceIn(`  let pairs = 0
  for (const group of await okta.listGroups({}).all())
    for (let turn = 0; turn < 10; turn += 1)
      for (const user of await okta.listGroupUsers({ groupId: group.id }).all()) if (user.status !== 'DEPROVISIONED') pairs += 1
  return [{ pairs }]`);
  const [row] = rows as readonly { readonly pairs: readonly [number, CellEvidence] }[];
  const [pairs, evidence] = row?.pairs ?? [];
  const lists = evidence?.kind === "items" ? evidence.places.map(({ pointer }) => pointer) : [];
  expect({ pairs, kinds: [...new Set(lists)], count: evidence?.kind === "items" && evidence.count }).toEqual({
    pairs: 480,
    kinds: [""],
    count: 480,
  });
});

test("taking away an item that was counted makes the count one less", async () => {
  const { evidenced } = await evidenceIn(tallies["objects that a map holds"] ?? "");
  const [place = { step: 0, pointer: "" }] = usersAt(suspended.slice(1, 2));
  const { program, recording, rows } = evidenced.run;
  expect(await prove({ program, recording, rows, row: 1, column: "users", place, sandbox, limits })).toEqual({
    kind: "cell-changed",
    before: 5,
    after: 4,
    changedTo: "no such item",
  });
});
