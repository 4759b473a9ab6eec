import { expect, test } from "vitest";
import type { Finding } from "../../../terms/finding.ts";
import { findingsOf, snippet, snippetWith } from "./checked-snippet.ts";

const users = "  const users = await okta.listUsers({}).all()";
const rows = "  return users.map((one) => ({ login: one.profile.login }))";
const fields =
  "The types are Okta's own, with this org's attributes; what does not fit them would fail or mislead when run.";
const reports = `${users}
  const reports = Map.groupBy(users, (one) => one.profile.managerId ?? '')`;
const rowsWithReports =
  "  return users.map((one) => ({ login: one.profile.login, reports: below(one.profile.employeeNumber ?? '') }))";
const loop =
  "Write it as a loop in place of a function that calls itself: const queue = [first]; while (queue.length > 0) { const one = queue.shift(); … }.";

const changes: readonly (readonly [string, string, Finding])[] = [
  [
    "a list that is sorted in place",
    snippet(`${users}\n  users.sort((a, b) => a.profile.login.localeCompare(b.profile.login))\n${rows}`),
    {
      code: "TS2339",
      line: 5,
      column: 9,
      message: "Property 'sort' does not exist on type 'readonly User[]'.",
      why: fields,
      help: "A list that was read stays as it is. Make another: users.toSorted(…).",
    },
  ],
  [
    "a list that something is added to",
    snippet(`${users}\n  users.push(...(await okta.listGroupUsers({ groupId: '00g1' }).all()))\n${rows}`),
    {
      code: "TS2339",
      line: 5,
      column: 9,
      message: "Property 'push' does not exist on type 'readonly User[]'.",
      why: fields,
      help: "A list that was read stays as it is. Make another: [...users, item].",
    },
  ],
  [
    "a property that a user does not have",
    snippet(`${users}\n  for (const one of users) one.idle = one.lastLogin === null\n${rows}`),
    {
      code: "TS2339",
      line: 5,
      column: 32,
      message: "Property 'idle' does not exist on type 'User'.",
      why: fields,
      help: "What was read stays as it is. Make another object: { ...one, idle: … }.",
    },
  ],
  [
    "a property that a user has",
    snippet(`${users}\n  for (const one of users) one.profile.displayName ??= one.profile.login\n${rows}`),
    {
      code: "TS2540",
      line: 5,
      column: 40,
      message: "Cannot assign to 'displayName' because it is a read-only property.",
      why: fields,
      help: "What was read stays as it is. Make another object: { ...one.profile, displayName: … }.",
    },
  ],
  [
    "a list that a helper changes",
    snippetWith("function turn(list: { id: string }[]) {\n  list.reverse()\n}", `${users}\n  turn(users)\n${rows}`),
    {
      code: "TS2345",
      line: 8,
      column: 8,
      message:
        "Argument of type 'readonly User[]' is not assignable to parameter of type '{ id: string; }[]'. The type 'readonly User[]' is 'readonly' and cannot be assigned to the mutable type '{ id: string; }[]'.",
      why: fields,
      help: "A list that was read stays as it is: write readonly in the type, and change a copy: [...list].",
    },
  ],
  [
    "a property by a function of the language",
    snippet(`${users}\n  for (const one of users) Object.assign(one, { idle: true })\n${rows}`),
    {
      code: "origins/foreign-write",
      line: 5,
      column: 42,
      message: "This writes to an answer, listUsers.",
      why: "What is read there afterwards would be taken for what stood there before. When it runs, such a write fails.",
      help: "What was read stays as it is. Make another object or list: { ...user, level } or [...list].",
    },
  ],
  [
    "a set, by a helper that calls itself for each of many",
    snippet(`${reports}
  const seen = new Set<string>()
  const below = (id: string): number => {
    for (const one of reports.get(id) ?? []) {
      seen.add(one.id)
      below(one.profile.employeeNumber ?? '')
    }
    return seen.size
  }
${rowsWithReports}`),
    {
      code: "origins/unseen-effect",
      line: 7,
      column: 17,
      message: "This function changes something, and it calls itself more than can be followed.",
      why: "What it changes unseen would be taken for unchanged.",
      help: loop,
    },
  ],
];

test.for(changes)("to change %s is one finding that says what to write", async ([, source, finding]) => {
  expect(await findingsOf(source)).toEqual([finding]);
});

test("a number that a helper gives which calls itself for each of many is to be counted in a loop", async () => {
  const source = snippet(`${reports}
  const below = (id: string): number =>
    (reports.get(id) ?? []).reduce((sum, one) => sum + 1 + below(one.profile.employeeNumber ?? ''), 0)
${rowsWithReports}`);
  expect(await findingsOf(source)).toEqual([
    {
      code: "origins/unknown-column",
      line: 7,
      column: 1,
      message: 'The column "reports" cannot be traced: a function that calls itself.',
      why: "Every column states which response fields it comes from, and this one's way through the snippet cannot be followed.",
      help: loop,
    },
  ]);
});

test("the loop that is advised passes", async () => {
  const source = snippet(`${reports}
  const below = (id: string) => {
    const seen = new Set<string>()
    const queue = [id]
    while (queue.length > 0) {
      const first = queue.shift() ?? ''
      for (const one of reports.get(first) ?? []) {
        if (seen.has(one.id)) continue
        seen.add(one.id)
        queue.push(one.profile.employeeNumber ?? '')
      }
    }
    return seen.size
  }
${rowsWithReports}`);
  expect(await findingsOf(source)).toEqual([]);
});
