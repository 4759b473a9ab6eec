import { expect, test } from "vitest";
import { traceReads } from "../../../executor/projection/trace-reads.ts";
import { compileSnippet } from "../origins/compile-snippet.ts";
import { styled } from "../origins/styled.ts";

function namesRead(body: string, before = ""): readonly string[] | undefined {
  return traceReads(compileSnippet(styled(body, { field: "login" }, before).text)).readableNames;
}

const users = "const users = await okta.listUsers({}).all()";

test("what can be read is what the text names, the parts of paths, and what the runtime reads by itself", () => {
  const names = namesRead(`${users}
  const { id, profile: { login: name } } = named(users, 'profile.email', field)
  return [{ id, name, status: users[0]?.['status'] ?? '' }]`);
  const read = ["id", "profile", "login", "email", "status", "label", "displayName", "message", "then"];
  const others = ["created", "_links", "firstName", "credentials"];
  expect([read.filter((one) => names?.includes(one) !== true), others.filter((one) => names?.includes(one))]).toEqual([
    [],
    [],
  ]);
});

const reflections: Readonly<Record<string, string>> = {
  "a spread": "return users.map((user) => ({ id: user.id, n: ({ ...user.profile }).login }))",
  "a spread of one or the other": "const one = users[0] ?? { id: '' }; return [{ id: ({ ...one }).id }]",
  "a spread into a row": "return users.map((user) => ({ id: user.id, ...user.type }))",
  "the rest of a pattern": "return users.map(({ id, ...others }) => ({ id, status: others.status }))",
  "the rest of an assigned pattern":
    "let id = ''; let others = {}; for (const user of users) { ({ id, ...others } = user) } return [{ id, n: others === null }]",
  "a key that is worked out":
    "const at: 'id' | 'status' = field === 'x' ? 'id' : 'status'; return users.map((user) => ({ v: user[at] }))",
  "a key that is worked out in a pattern":
    "const at: 'id' | 'status' = field === 'x' ? 'id' : 'status'; return users.map(({ [at]: v }) => ({ v }))",
  "Object.keys": "return users.map((user) => ({ n: Object.keys(user.profile).length }))",
  "Object.values": "return users.map((user) => ({ n: Object.values(user.profile).length }))",
  "Object.entries": "return users.map((user) => ({ n: Object.entries(user.profile).length }))",
  "Object.assign": "return users.map((user) => ({ n: Object.assign({}, user.profile).login }))",
  "Object.hasOwn": "return users.map((user) => ({ n: Object.hasOwn(user.profile, field) }))",
  "Object.keys handed on": "const f = Object.keys; return users.map((user) => ({ n: f(user.profile).length }))",
  "JSON.stringify": "return users.map((user) => ({ n: JSON.stringify(user.profile) }))",
  "a whole response as a row": "return users.map((user) => user.type)",
  "a whole response out of an own list": "return users.map((user) => [user.type]).flat()",
  "a response through a helper": "return users.map((user) => ({ n: sizeOf(user.profile) }))",
  "a response through a variable":
    "let at: { id: string } = { id: '' }; for (const user of users) at = user; return [{ n: Object.keys(at).length }]",
  "a response out of a Map":
    "const by = new Map(users.map((one) => [one.id, one])); return users.map((one) => ({ n: Object.keys(by.get(one.id) ?? {}).length }))",
  "a path of named that is worked out":
    "const path: 'id' | 'status' = field === 'x' ? 'id' : 'status'; return [{ id: named(users, path, 'x').id }]",
  "options of a locale":
    "const by = { numeric: true }; return users.map((one) => ({ n: one.id.localeCompare('a', 'en', by) }))",
  "a read's parameter that is an object":
    "const all = { search: 'a' }; return users.map((one) => ({ n: one.id, m: okta.listUsers({ q: all as never }) === null }))",
};

test("where names are met by themselves and what they are met in may be a response, nothing is left out", () => {
  const before = "function sizeOf(value: object): number { return Object.keys(value).length }";
  const left = Object.entries(reflections).filter(([, body]) => namesRead(`${users}\n  ${body}`, before) !== undefined);
  expect(left.map(([name]) => name)).toEqual([]);
});

const own: Readonly<Record<string, string>> = {
  "a counter by a key": `const counts: { [key: string]: number } = {}
  for (const user of users) counts[user.status] = (counts[user.status] ?? 0) + 1
  return Object.entries(counts).map(([status, count]) => ({ status, count }))`,
  "a row that is spread": "return users.map((user) => ({ id: user.id })).map((row) => ({ ...row, more: true }))",
  "a part of a row by a condition":
    "return users.map((user) => ({ id: user.id, ...(field === '' ? { a: 1 } : { a: 2 }) }))",
  "positions that are worked out":
    "return users.map((_, index) => ({ id: users[users.length - 1 - index]?.id ?? '' }))",
  pairs: `const byId = Object.fromEntries(users.map((user) => [user.id, user]))
  return users.map((user) => ({ id: byId[user.id]?.id ?? '' }))`,
};

test("objects of the snippet's own may be walked, and the rest is left out all the same", () => {
  const whole = Object.entries(own).filter(([, body]) => namesRead(`${users}\n  ${body}`) === undefined);
  expect(whole.map(([name]) => name)).toEqual([]);
});
