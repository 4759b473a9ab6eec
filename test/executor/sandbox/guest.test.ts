import { expect, test } from "vitest";
import type { Answer } from "../../../terms/ask.ts";
import type { FailureDescription } from "../../../terms/failure.ts";
import { body, openSandbox, outcome, respond } from "./run-snippet.ts";

const { run } = openSandbox();

const notFound: FailureDescription = {
  code: "okta/not-found",
  details: { operationId: "getUser", summary: "u1" },
  found: "Okta has no user u1.",
  why: "why",
  help: "help",
};

interface Case {
  readonly claim: string;
  readonly text: string;
  readonly expected: unknown;
}

const cases: readonly Case[] = [
  {
    claim: "all() gives a list to its end",
    text: "return (await okta.listUsers({}).all()).map(({ id }) => ({ id }))",
    expected: ["u0", "u1", "u2", "u3", "u4", "u5"].map((id) => ({ id })),
  },
  {
    claim: "first(n) gives the first items, over pages",
    text: "return (await okta.listUsers().first(3)).map(({ id }) => ({ id }))",
    expected: ["u0", "u1", "u2"].map((id) => ({ id })),
  },
  {
    claim: "a list is walked item by item",
    text: "const rows = []; for await (const { id } of okta.listUsers({})) rows.push({ id }); return rows",
    expected: ["u0", "u1", "u2", "u3", "u4", "u5"].map((id) => ({ id })),
  },
  {
    claim: "a list is walked page by page",
    text: "const rows = []; for await (const page of okta.listUsers({}).pages()) rows.push({ size: page.length }); return rows",
    expected: [{ size: 2 }, { size: 2 }, { size: 2 }],
  },
  {
    claim: "each keeps the order of the items",
    text: "return each(['b', 'a'], async (id) => ({ login: (await okta.getUser({ id })).profile.login }))",
    expected: [{ login: "b@example.com" }, { login: "a@example.com" }],
  },
  {
    claim: "dates lean on the run's clock and zone",
    text: `return [{ now: now(), week: daysAgo(7), hour: hoursAgo(1), since: daysSince('2026-11-21T09:00:01.000Z'), never: daysSince(null) ?? null,
      before: isBefore(null, now()), day: dayOf('2026-11-22T23:30:00.000Z'), date: Date(), fresh: new Date().toISOString(), at: Date.now(),
      again: new (new Date().constructor)().toISOString() }]`,
    expected: [
      {
        now: "2026-11-23T09:00:00.000Z",
        week: "2026-11-16T09:00:00.000Z",
        hour: "2026-11-23T08:00:00.000Z",
        since: 1,
        never: null,
        before: true,
        day: "2026-11-23",
        date: "Mon Nov 23 2026 09:00:00 GMT+0000 (Coordinated Universal Time)",
        fresh: "2026-11-23T09:00:00.000Z",
        at: 1795424400000,
        again: "2026-11-23T09:00:00.000Z",
      },
    ],
  },
  {
    claim: "a calendar day begins at midnight of the run's zone, also where clocks are set back on it",
    text: `return [{ day: startOfDay('2026-11-23'), yesterday: startOfDay(dayOf(now()), -1), back: startOfDay('2026-10-25'),
      after: startOfDay('2026-10-25', 1), year: startOfDay('2026-12-31', 1) }]`,
    expected: [
      {
        day: "2026-11-22T23:00:00.000Z",
        yesterday: "2026-11-21T23:00:00.000Z",
        back: "2026-10-24T22:00:00.000Z",
        after: "2026-10-25T23:00:00.000Z",
        year: "2026-12-31T23:00:00.000Z",
      },
    ],
  },
  {
    claim: "filter quotes its values",
    text: "const it = 'a\"b\\\\c'; return [{ it: filter`profile.department eq ${it} and n gt ${3}` }]",
    expected: [{ it: 'profile.department eq "a\\"b\\\\c" and n gt 3' }],
  },
  {
    claim: "same ignores case and blanks at the ends and keeps diacritics",
    text: "return [{ yes: same(' Müller', 'müller '), no: same('Muller', 'Müller'), never: same(null, null) }]",
    expected: [{ yes: true, no: false, never: false }],
  },
  {
    claim: "targetOf gives the first target of a type, and undefined where there is none",
    text: "const event = { target: [{ type: 'User', id: 'u1' }, { type: 'UserGroup', id: 'g1' }, { type: 'User', id: 'u2' }] }; return [{ user: targetOf(event, 'User')?.id ?? '', app: targetOf(event, 'AppInstance')?.id ?? null, none: targetOf({ target: null }, 'User') === undefined }]",
    expected: [{ user: "u1", app: null, none: true }],
  },
  {
    claim: "named prefers the exact name",
    text: "return [named([{ label: 'GitHub Enterprise' }, { label: 'github' }], 'label', 'GitHub')]",
    expected: [{ label: "github" }],
  },
  {
    claim: "named takes the only one that contains the name",
    text: "return [{ id: named([{ id: 'g', profile: { name: 'All sales' } }], 'profile.name', 'sales').id }]",
    expected: [{ id: "g" }],
  },
  {
    claim: "named declines where several contain the name",
    text: "return [named([{ id: '1', label: 'Salesforce EU' }, { id: '2', label: 'Salesforce US' }], 'label', 'salesforce')]",
    expected: { declined: '2 of 2 contain "salesforce" by label.', candidates: ["Salesforce EU", "Salesforce US"] },
  },
  {
    claim: "named declines an inactive exact match beside an active other",
    text: "return [named([{ label: 'Jira', status: 'INACTIVE' }, { label: 'Jira Cloud', status: 'ACTIVE' }], 'label', 'jira')]",
    expected: {
      declined: '"jira" is inactive, and an active one contains that name.',
      candidates: ["Jira", "Jira Cloud"],
    },
  },
  {
    claim: "exactlyOne declines an empty list",
    text: "return [exactlyOne([], 'admin role')]",
    expected: { declined: "There is no admin role.", candidates: [] },
  },
  {
    claim: "a decline holds although the snippet swallows it",
    text: "try { declined('not clear') } catch {} return []",
    expected: { declined: "not clear", candidates: [] },
  },
];

test.each(cases)("$claim", async ({ text, expected }) => {
  expect(outcome(await run(body(text)))).toEqual(expected);
});

interface BadRows {
  readonly rows: string;
  readonly reason: string;
}

const badRows: readonly BadRows[] = [
  { rows: "7", reason: "The snippet returned a number. Return a list of rows." },
  {
    rows: "[{ a: new Map() }]",
    reason: 'The cell "a" of row 0 is a Map or Set. Write [...it] for a list of texts, or its size.',
  },
  { rows: "[{ a: undefined }]", reason: 'The cell "a" of row 0 is undefined. Write null where there is no value.' },
  { rows: "[{ a: NaN }]", reason: 'The cell "a" of row 0 is NaN. Write null where there is no number.' },
  {
    rows: "[{ a: { b: 1 } }]",
    reason: 'The cell "a" of row 0 is an object. Rows are flat: take the one field that is wanted.',
  },
  { rows: "[{ a: 1n }]", reason: 'The cell "a" of row 0 is a bigint. Write it as a text or a number.' },
  { rows: "[{ a: new Date() }]", reason: 'The cell "a" of row 0 is a Date. Write it.toISOString().' },
  {
    rows: "[{ a: 1 }, { b: 1 }]",
    reason:
      'Row 1 has the column "b", which row 0 has not. Give every row the same columns, null where there is no value.',
  },
];

test.each(badRows)("rows $rows are refused with what to write", async ({ rows, reason }) => {
  expect(outcome(await run(body(`return ${rows}`)))).toEqual({ failed: "snippet/bad-result", details: { reason } });
});

const answer = async ({ parameters }: { readonly parameters: Readonly<Record<string, unknown>> }): Promise<Answer> =>
  parameters["id"] === "u1" ? { kind: "failed", failure: notFound } : respond({ id: parameters["id"] });

test("a failed read that was allowed for becomes an unknown cell and counts for nothing else", async () => {
  const text = `return each(['u0', 'u1'], async (id) => {
    const user = await okta.getUser({ id }).orUnknown()
    return { id, found: notKnown(user) ? user : user.id }
  })`;
  expect(outcome(await run(body(text), { answer }))).toEqual([
    { id: "u0", found: "u0" },
    { id: "u1", found: { unknown: "Okta has no user u1." } },
  ]);
});

test("a failed read ends the run although the snippet catches", async () => {
  const text = "try { await okta.getUser({ id: 'u1' }) } catch {} return []";
  expect(outcome(await run(body(text), { answer }))).toEqual({ failed: "okta/not-found", details: notFound.details });
});

test("a failed page of a list is allowed for as a whole", async () => {
  const text =
    "const users = await okta.listUsers({}).all().orUnknown(); return [{ users: notKnown(users) ? users : users.length }]";
  const lastFails = async ({ page }: { readonly page: number | undefined }): Promise<Answer> =>
    page === 1 ? { kind: "failed", failure: notFound } : respond([{ id: "u0" }], true);
  expect(outcome(await run(body(text), { answer: lastFails }))).toEqual([
    { users: { unknown: "Okta has no user u1." } },
  ]);
});

test("an absent object is undefined", async () => {
  const text = "return [{ found: (await okta.getUser({ id: 'u' })) !== undefined }]";
  expect(outcome(await run(body(text), { answer: async () => ({ kind: "absent" }) }))).toEqual([{ found: false }]);
});

test("notes come back with the rows", async () => {
  const end = await run(body("note('first'); note('second'); return []"));
  expect(end).toEqual({ kind: "finished", rows: [], notes: ["first", "second"], steps: 0, evidence: undefined });
});

test("a sample cuts the outermost list that is walked per item, and no list within it", async () => {
  const text = `const users = await okta.listUsers({}).all()
  return each(users, async (user) => ({ id: user.id, within: (await each(['x', 'y'], async (one) => one)).length }))`;
  expect(outcome(await run(body(text), { sampleSize: 2 }))).toEqual([
    { id: "u0", within: 2 },
    { id: "u1", within: 2 },
  ]);
});

test("a sample of a snippet that walks no list cuts the first list that it reads, and no other", async () => {
  const text = `const users = await okta.listUsers({}).all()
  const again = await okta.listUsers({}).all()
  return users.map((user) => ({ id: user.id, others: again.length }))`;
  const source = body(text).replace("each, ", "");
  expect(outcome(await run(source, { sampleSize: 1 }))).toEqual([{ id: "u0", others: 6 }]);
});

test("what a snippet throws is placed in the text that was reviewed", async () => {
  const source = `interface Long { a: string }\n\ntype Other = Long\nexport default async function () {\n  const it: Other | undefined = undefined\n  return [{ a: (it as any).a }]\n}\n`;
  expect(outcome(await run(source))).toEqual({
    failed: "snippet/threw",
    details: { line: 6, column: 28, message: "TypeError: Cannot read properties of undefined (reading 'a')" },
  });
});

test("a value that is called as something that every object has cannot be a name of one, and the failure says what takes it", async () => {
  const counting = body("const counts = {}; for (const key of ['constructor']) counts[key] = 1; return [counts]");
  const end = await run(counting);
  expect(end.kind === "failed" && end.failure.help).toBe(
    "Every object has constructor from the language, and a value of Okta is so called. Use a Map for what is keyed by values: map.set(key, value) takes every key.",
  );
});
