// Snippets that pass gate and compiler and write where the origins pass would not look. The layer is that pass: what it cannot see
// written it refuses, so that no column is said to be a value of Okta that the snippet put there.
import { expect, test } from "vitest";
import { placesOf, reviewOf, snippet, snippetWith } from "../executor/check/checked-snippet.ts";

const users = "  const users = await okta.listUsers({}).all()\n";
const statuses = "\n  return users.map((one) => ({ id: one.id, status: one.status }))";
const taken = "  const logins = users.map((one) => one.profile.login)\n";
const given = "\n  return logins.map((login) => ({ login }))";
const forge = "logins[0] = 'eve@example.com'";

const foreign: readonly (readonly [string, string, string])[] = [
  [
    "an answer, taken for a type whose fields can be written",
    snippet(
      `${users}  for (const one of users) { const open: { status: string | null } = one; open.status = 'ACTIVE' }${statuses}`,
    ),
    "5:75",
  ],
  [
    "an answer, given to a helper",
    snippetWith(
      "const forge = (one: { status: string | null }) => { one.status = 'ACTIVE' }",
      `${users}  users.forEach((one) => forge(one))${statuses}`,
    ),
    "3:53",
  ],
  [
    "an answer, by Object.assign",
    snippet(`${users}  for (const one of users) Object.assign(one, { status: 'ACTIVE' })${statuses}`),
    "5:42",
  ],
  [
    "an answer, as the target of a pattern",
    snippet(
      `${users}  for (const one of users) { const open: { status: string | null } = one; ({ a: open.status } = { a: 'ACTIVE' }) }${statuses}`,
    ),
    "5:81",
  ],
  [
    "two answers, by swapping",
    snippet(
      `${users}  const open: { status: string | null }[] = [...users]\n  const [a, b] = open\n  if (a && b) [a.status, b.status] = ['ACTIVE', 'STAGED']${statuses}`,
    ),
    "7:16, origins/foreign-write 7:26",
  ],
  ["a whole list", snippet(`${users}  Object.assign(users, { 0: { id: 'x', status: 'ACTIVE' } })${statuses}`), "5:17"],
  [
    "the methods of a list",
    snippet(
      `${users}  const rows = users.map((one) => ({ login: one.profile.login }))\n  rows.map = () => []\n  return rows`,
    ),
    "6:3",
  ],
  [
    "the methods of a Map",
    snippet(
      `${users}  const names = new Map(users.map((one) => [one.id, one.profile.login]))\n  Object.assign(names, { get: () => 'eve@example.com' })\n  return users.map((one) => ({ login: names.get(one.id) ?? null }))`,
    ),
    "6:17",
  ],
  [
    "a function of the language",
    snippet(`${users}  Math.max = () => 99\n  return [{ users: Math.max(users.length, 0) }]`),
    "5:3",
  ],
  [
    "a name of the language",
    snippet(`${users}  Math = { ...Math, max: () => 99 }\n  return [{ users: Math.max(users.length, 0) }]`),
    "5:3",
  ],
];

test.for(foreign)("a write to %s is refused", async ([, source, place]) => {
  expect((await placesOf(source)).join(", ")).toBe(`origins/foreign-write ${place}`);
});

const unseen: readonly (readonly [string, string])[] = [
  ["a text", `const it = { toString: () => { ${forge}; return '' } }\n  const text = \`\${it}\``],
  ["a comparison", `const it = { valueOf: () => { ${forge}; return 1 } }\n  const more = it > { valueOf: () => 0 }`],
  ["a sum", `const it = { valueOf: () => { ${forge}; return 1 } }\n  const more = '' + it`],
  ["JSON", `const it = { toJSON: () => { ${forge}; return 1 } }\n  const text = JSON.stringify(it)`],
  ["JSON, as its replacer", `const text = JSON.stringify({ a: 1 }, (key: string) => { ${forge}; return key })`],
  ["await", `const it = { then: (give: (one: number) => void) => { ${forge}; give(1) } }\n  const one = await it`],
  [
    "a text, in the head of a loop",
    `const it = { toString: () => { for (logins[0] of ['eve']) break; return '' } }\n  const text = \`\${it}\``,
  ],
  ["finally", `const one = await Promise.resolve(1).finally(() => { ${forge} })`],
];

test.for(unseen)("a function that %s would call unseen may change nothing", async ([, text]) => {
  const codes = (await placesOf(snippet(`${users}${taken}  ${text}${given}`))).map((one) => one.split(" ", 1)[0]);
  expect(codes).toEqual(["origins/unseen-effect"]);
});

const put = "const put = (text: string): string => { logins[0] = text; return text }";
const byName = "for (const one of users) put(one.profile.login)";

const half: readonly (readonly [string, string])[] = [
  ["JSON, as its replacer", "const text = JSON.stringify({ eve: 1 }, put)"],
  ["JSON, in its replacer", "const text = JSON.stringify({ eve: 1 }, (key: string) => put(key))"],
  ["JSON, by a list in its replacer", "const text = JSON.stringify({ eve: 1 }, (key: string) => [key].map(put)[0])"],
  ["JSON, as a method", "const text = JSON.stringify({ eve: { toJSON: put } })"],
  [
    "JSON, as a method of a worked-out name",
    "const text = JSON.stringify({ eve: { [['to', 'JSON'].join('')]: put } })",
  ],
  ["a text", "const it = { toString: () => put('eve') }\n  const text = `${it}`"],
  ["catch", "const text = await Promise.reject('eve').catch(put)"],
  ["then with two functions", "const text = await Promise.reject('eve').then(put, put)"],
];

test.for(half)("a function that %s would call unseen may change nothing, called by its name too", async ([, text]) => {
  const source = snippet(`${users}${taken}  ${put}\n  ${byName}\n  ${text}${given}`);
  expect((await placesOf(source)).map((one) => one.split(" ", 1)[0])).toEqual(["origins/unseen-effect"]);
});

test("what a function changes that hands its values on, deeper than it is followed, is refused", async () => {
  const names = Array.from({ length: 20 }, (_, index) => `a${index}`);
  const source = snippet(
    `${users}${taken}  const hand = (left: number,\n    ${names.map((name) => `${name}: string`).join(",\n    ")}): void => {
    if (left === 0) logins[0] = a0
    else hand(left - 1, ${[...names.slice(1), "a0"].join(", ")})\n  }
  for (const one of users) hand(19, ${names.map((_, index) => (index === 19 ? "'eve'" : "one.id")).join(", ")})${given}`,
  );
  expect(await placesOf(source)).toEqual(["origins/unseen-effect 6:16"]);
});

test("a function that calls itself with values of the same fields is followed", async () => {
  const source = snippet(
    `${users}  const rows: { login: string }[] = []
  const byId = new Map(users.map((one) => [one.id, one]))
  const climb = (id: string, seen: readonly string[]): void => {
    const one = byId.get(id)
    if (one === undefined || seen.includes(id)) return
    rows.push({ login: one.profile.login })
    climb(one.profile.managerId ?? '', [...seen, id])
  }
  for (const one of users) climb(one.id, [])
  return rows`,
  );
  expect((await reviewOf(source)).columns.map(({ origin }) => origin)).toMatchObject([
    { kind: "direct", fields: ["listUsers profile.login"], orLiteral: false },
  ]);
});

test("what a list of functions changes is seen where it is spread into a call", async () => {
  const source = snippet(
    `${users}${taken}  const all = [() => { ${forge} }]\n  const run = (...some: (() => void)[]) => some.forEach((one) => one())\n  run(...all)${given}`,
  );
  expect((await reviewOf(source)).columns).toEqual([
    {
      name: "login",
      origin: { kind: "direct", fields: ["listUsers profile.login"], orLiteral: true, chosenBy: expect.any(Array) },
    },
  ]);
});

const links = Array.from({ length: 20 }, (_, index) => index);
test("what a function changes that calls itself is refused where variables hand values on for longer than it is followed", async () => {
  const source = snippet(`${users}${taken}  let left = 30
${links.map((one) => `  let b${one} = logins.at(0)`).join("\n")}
  const step = () => {
    left -= 1
    if (b0 !== undefined) logins.push(b0)
${links
  .slice(1)
  .map((one) => `    b${one - 1} = b${one}`)
  .join("\n")}
    b19 = 'eve'
    if (left > 0) step()
  }
  step()${given}`);
  expect(await placesOf(source)).toEqual(["origins/unseen-effect 27:16"]);
});

const handedOn: readonly (readonly [string, string])[] = [
  [
    "lists",
    `${links.map((one) => `  const b${one} = [...logins]`).join("\n")}
  for (const one of users) {
    logins.push(...b0)
${links
  .slice(1)
  .map((one) => `    b${one - 1}.push(...b${one})`)
  .join("\n")}
    b19.push('eve')
  }`,
  ],
  [
    "Maps",
    `${links.map((one) => `  const b${one} = new Map(logins.map((login) => [1, login]))`).join("\n")}
  for (const one of users) {
    logins.push(b0.get(1) ?? one.profile.login)
${links
  .slice(1)
  .map((one) => `    b${one - 1}.set(1, b${one}.get(1) ?? one.profile.login)`)
  .join("\n")}
    b19.set(1, 'eve')
  }`,
  ],
];

test.for(handedOn)("a text that is handed on through many %s in a loop is said", async ([, text]) => {
  const { warnings } = await reviewOf(snippet(`${users}${taken}${text}${given}`));
  expect(warnings).toContain('The column login holds values of Okta and, in some rows, the snippet\'s own text "eve".');
});
