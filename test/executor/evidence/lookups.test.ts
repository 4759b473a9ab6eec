// Flags that say whether something was found: a cell names what was looked for and what it met, or where nothing was met.
import { expect, test } from "vitest";
import { prove } from "../../../executor/evidence/prove.ts";
import type { CellEvidence } from "../../../terms/evidence.ts";
import { styled } from "../origins/styled.ts";
import { type Evidenced, evidenceOf } from "./evidence-of.ts";
import { createProcessSandbox } from "./process-sandbox.ts";
import { limits } from "./record-run.ts";

const sandbox = createProcessSandbox();

// App a0 is read first, of two pages; it has the users of even numbers. The users are those of steps 2 to 4.
const start = `  const assigned = await okta.listApplicationUsers({ appId: 'a0' }).all()
  const users = await okta.listUsers({}).all()
`;
const asked = (index: number, property = "id"): object => ({ step: 2, pointer: `/${index}/${property}` });
const assigned = [
  { step: 0, pointer: "" },
  { step: 1, pointer: "" },
];
const computed = (...places: readonly object[]): object => ({ kind: "computed", places });

async function evidenceIn(body: string): Promise<Evidenced> {
  return await evidenceOf(styled(`${start}${body}`), sandbox);
}

/** The cells and evidence of a column `found` in the rows of users 2 and 3, the first of whom has the app. */
async function ofBoth(body: string): Promise<unknown> {
  const { evidence, run } = await evidenceIn(body);
  if (evidence.kind === "none") return evidence.why;
  const at = evidence.columns.indexOf("found");
  return [2, 3].map((row) => [run.rows[row]?.["found"], evidence.rows[row]?.[at]]);
}

const byIds = [
  [true, computed(asked(2), { step: 0, pointer: "/1/id" })],
  [false, computed(asked(3), ...assigned)],
];

const flags: Readonly<Record<string, string>> = {
  "a map that has a key": `  const byId = new Map(assigned.map((one) => [one.id ?? '', one]))
  return users.map((user) => ({ found: byId.has(user.id) }))`,
  "what a map has under a key, compared": `  const byId = new Map(assigned.map((one) => [one.id ?? '', one]))
  return users.map((user) => ({ found: byId.get(user.id) !== undefined }))`,
  "what a map has under a key, negated twice": `  const byId = new Map(assigned.map((one) => [one.id ?? '', one]))
  return users.map((user) => ({ found: !!byId.get(user.id) }))`,
  "the same, in a constant": `  const byId = new Map(assigned.map((one) => [one.id ?? '', { scope: one.scope ?? '' }]))
  return users.map((user) => {
    const held = byId.get(user.id)
    return { found: Boolean(held) }
  })`,
  "a property of what a map has under a key": `  const byId = new Map(assigned.map((one) => [one.id ?? '', { isHeld: true }]))
  return users.map((user) => {
    const held = byId.get(user.id)
    return { found: held?.isHeld === true }
  })`,
  "a set that has a value": `  const ids = new Set(assigned.map((one) => one.id ?? ''))
  return users.map((user) => ({ found: ids.has(user.id) }))`,
  "a list that includes a value": `  const ids = assigned.map((one) => one.id ?? '')
  return users.map((user) => ({ found: ids.includes(user.id) }))`,
  "a position in a list": `  const ids = assigned.map((one) => one.id ?? '')
  return users.map((user) => ({ found: ids.indexOf(user.id) >= 0 }))`,
  "a number that stands for it": `  const ids = new Set(assigned.map((one) => one.id ?? ''))
  return users.map((user) => ({ found: (ids.has(user.id) ? 1 : 0) > 0 }))`,
};

test.for(Object.entries(flags))(
  "%s: what was looked for and what it met, or all that it did not meet",
  async ([, body]) => {
    expect(await ofBoth(body)).toEqual(byIds);
  },
);

test("a search names the item that it found, or the lists that it went through", async () => {
  const items = { kind: "items", places: assigned, count: 12 };
  const both = [
    [true, computed({ step: 0, pointer: "/1" })],
    [false, items],
  ];
  const searches = [
    "assigned.some((one) => one.id === user.id)",
    "!assigned.every((one) => one.id !== user.id)",
    "assigned.findIndex((one) => one.id === user.id) >= 0",
    "assigned.find((one) => one.id === user.id) !== undefined",
  ];
  for (const search of searches)
    expect(await ofBoth(`  return users.map((user) => ({ found: ${search} }))`), search).toEqual(both);
});

test("an object of flags names what was looked for, and the key that it met", async () => {
  expect(
    await ofBoth(`  const isHeld: Record<string, boolean> = {}
  for (const one of assigned) isHeld[one.id ?? ''] = true
  return users.map((user) => ({ found: isHeld[user.id] === true }))`),
  ).toEqual([
    [true, computed(asked(2), { step: 0, pointer: "/1/id" })],
    [false, computed(asked(3))],
  ]);
});

test("a value among the snippet's own texts is decided by the value", async () => {
  const own = (row: number, is: boolean): readonly unknown[] => [is, computed(asked(row, "status"))];
  const lists = [
    "['ACTIVE', 'STAGED']",
    "new Set<string>(['ACTIVE'])",
    "new Map<string, string>([['ACTIVE', 'in use']])",
  ];
  for (const list of lists)
    expect(
      await ofBoth(`  const wanted = ${list}
  return users.map((user) => ({ found: wanted.${list.startsWith("new") ? "has" : "includes"}(user.status) }))`),
      list,
    ).toEqual([own(2, false), own(3, true)]);
});

test("a number that a value chose names the value, where no other was read", async () => {
  expect(
    await ofBoth(
      `  return users.map((user) => ({ found: (user.status === 'ACTIVE' ? 2 : 0) + (user.lastLogin ? 0 : 1) }))`,
    ),
  ).toEqual([
    [0, computed(asked(2, "status"), asked(2, "lastLogin"))],
    [2, computed(asked(3, "status"), asked(3, "lastLogin"))],
  ]);
});

test("changing what was met turns the flag", async () => {
  const { run } = await evidenceIn(flags["the same, in a constant"] ?? "");
  const place = { step: 0, pointer: "/1/id" };
  expect(await prove({ ...run, row: 2, column: "found", place, sandbox, limits })).toEqual({
    kind: "cell-changed",
    before: true,
    after: false,
    changedTo: "u2 (changed)",
  });
});

test("an object that is there without having been looked up names its own place", async () => {
  const evidence = (
    await evidenceIn(`  return [{ found: assigned[0] !== undefined, none: assigned[99] === undefined }]`)
  ).evidence;
  const expected: readonly CellEvidence[] = [
    { kind: "computed", places: [{ step: 0, pointer: "/0" }] },
    {
      kind: "items",
      places: [
        { step: 0, pointer: "" },
        { step: 1, pointer: "" },
      ],
      count: 12,
    },
  ];
  expect(evidence.kind === "collected" && evidence.rows).toEqual([expected]);
});
