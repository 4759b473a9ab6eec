// What a snippet fills step by step with texts of its own: a cell names what decided what is in it, or the lists that it was filled from.
import { expect, test } from "vitest";
import type { Place } from "../../../terms/evidence.ts";
import { styled } from "../origins/styled.ts";
import { evidenceOf } from "./evidence-of.ts";
import { createProcessSandbox } from "./process-sandbox.ts";

const sandbox = createProcessSandbox();

async function cellsOf(body: string, row: number): Promise<unknown> {
  const style = styled(`  const users = await okta.listUsers({}).all()\n${body}`);
  const { evidence, run } = await evidenceOf(style, sandbox);
  if (evidence.kind === "none") return evidence.why;
  return Object.fromEntries(
    evidence.columns.map((name, at) => [name, [run.rows[row]?.[name], evidence.rows[row]?.[at]]]),
  );
}

const computed = (...places: readonly Place[]): object => ({ kind: "computed", places });
const first = (property: string): Place => ({ step: 0, pointer: `/0/${property}` });
const second = (property: string): Place => ({ step: 0, pointer: `/1/${property}` });

const reasons = `  return users.map((user) => {
    const reasons: string[] = []
    const kinds = new Set<string>()
    let points = 0
    let words = ''
    if (user.status !== 'ACTIVE') reasons.push('not active')
    else if (user.profile.userType === 'Contractor') reasons.push('contractor')
    if (user.profile.title) {
      kinds.add('titled')
      points += 2
      words += 'titled '
    }
    return {
      reasons: reasons.length, text: reasons.join(', '), any: reasons.length > 0, is: reasons.includes('contractor'),
      kinds: kinds.size, points, words,
    }
  })`;

test("conditions decide what is put into a list, a Set, a number or a text: their values are named, met or not", async () => {
  const decided = (of: typeof first): object => computed(of("status"), of("profile/userType"));
  const titled = (of: typeof first): object => computed(of("profile/title"));
  expect(await cellsOf(reasons, 0)).toEqual({
    reasons: [1, decided(first)],
    text: ["contractor", decided(first)],
    any: [true, decided(first)],
    is: [true, decided(first)],
    kinds: [1, titled(first)],
    points: [2, titled(first)],
    words: ["titled ", titled(first)],
  });
  const lacking = computed({ step: 0, pointer: "/1/profile" });
  expect(await cellsOf(reasons, 1)).toEqual({
    reasons: [0, decided(second)],
    text: ["", decided(second)],
    any: [false, decided(second)],
    is: [false, decided(second)],
    kinds: [0, lacking],
    points: [0, lacking],
    words: ["", lacking],
  });
});

const walks = `  return each(users, async (user) => {
    const factors = await okta.listFactors({ userId: user.id }).all()
    const pending: string[] = []
    const types = new Set<string>()
    const notes: string[] = []
    for (const factor of factors) {
      if (factor.status !== 'ACTIVE') pending.push(factor.id ?? '')
      if (factor.status !== 'ACTIVE') types.add(factor.factorType)
      if (factor.status !== 'ACTIVE') notes.push('pending')
    }
    return { pending: pending.length, types: types.size, notes: notes.join(', '), has: types.has('sms') }
  })`;

test("what a loop fills counts the items that it was filled from; empty, the list that nothing of was put in", async () => {
  // The first user has no factor, the second one that is active, the third two of which one is pending.
  const none = (step: number, count: number): object => ({ kind: "items", places: [{ step, pointer: "" }], count });
  const pending = { kind: "items", places: [{ step: 5, pointer: "/1" }], count: 1 };
  expect([await cellsOf(walks, 0), await cellsOf(walks, 1), await cellsOf(walks, 2)]).toEqual([
    { pending: [0, none(3, 0)], types: [0, none(3, 0)], notes: ["", none(3, 0)], has: [false, none(3, 0)] },
    { pending: [0, none(4, 1)], types: [0, none(4, 1)], notes: ["", none(4, 1)], has: [false, none(4, 1)] },
    { pending: [1, pending], types: [1, pending], notes: ["pending", none(5, 2)], has: [false, pending] },
  ]);
});

test("a loop that reads page by page names the page", async () => {
  const row = await cellsOf(
    `  const seen: string[] = []
  for await (const user of okta.listUsers({})) if (user.status === 'NONE') seen.push('none')
  return [{ seen: seen.length, any: seen.length > 0, number: users.length }]`,
    0,
  );
  const pages = [3, 4, 5].map((step) => ({ step, pointer: "" }));
  const items = { kind: "items", places: pages, count: 23 };
  const all = { kind: "items", places: [0, 1, 2].map((step) => ({ step, pointer: "" })), count: 23 };
  expect(row).toEqual({ seen: [0, items], any: [false, items], number: [23, all] });
});

test("a position that each() hands over is that of an item of the list", async () => {
  const row = await cellsOf(`  return each(users, async (user, index) => ({ number: index + 1 }))`, 1);
  const places = [0, 1, 2].map((step) => ({ step, pointer: "" }));
  expect(row).toEqual({ number: [2, { kind: "items", places, count: 23 }] });
});

test("a length that a pattern reads counts the items of the list", async () => {
  const row = await cellsOf(
    `  const { length: all } = users
  const groups = await okta.listGroups({}).all()
  const [{ length: features }] = (await okta.listApplications({}).all()).map((app) => app.features ?? []) as [string[]]
  return [{ all, groups: groups.length, features }]`,
    0,
  );
  const pages = [0, 1, 2].map((step) => ({ step, pointer: "" }));
  expect(row).toEqual({
    all: [23, { kind: "items", places: pages, count: 23 }],
    groups: [5, { kind: "items", places: [{ step: 3, pointer: "" }], count: 5 }],
    features: [2, { kind: "items", places: [{ step: 4, pointer: "/0/features" }], count: 2 }],
  });
});

test("a Set that an object holds, and that nothing was put into, stays lost", async () => {
  const row = await cellsOf(
    `  const kinds = new Map<string, { waiting: Set<string> }>()
  for (const user of users) {
    const kind = kinds.get(user.type.id ?? '') ?? { waiting: new Set<string>() }
    if (user.status === 'NONE') kind.waiting.add(user.id)
    kinds.set(user.type.id ?? '', kind)
  }
  return [...kinds.values()].map((kind) => ({ waiting: kind.waiting.size }))`,
    0,
  );
  expect(row).toEqual({
    waiting: [0, { kind: "lost", why: "The list that was counted was made by the snippet." }],
  });
});
