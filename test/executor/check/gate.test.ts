import { expect, test } from "vitest";
import { placesOf, snippet, snippetWith } from "./checked-snippet.ts";

/** A snippet that must be refused, and every finding about it. */
const refusedInside: readonly (readonly [string, string, string])[] = [
  ["a double assertion", "const n = 1 as unknown as string", "gate/assertion 4:27"],
  ["an angle assertion", "const n = <string>'a'", "gate/assertion 4:11"],
  ["a non-null mark", "const n = [1][0]!", "gate/non-null 4:11"],
  ["a dynamic import", "const n = await import('okta')", "gate/import 4:17"],
  ["import.meta", "const n = import.meta.url", "gate/import 4:11"],
  ["eval", "const n = eval('1')", "gate/name 4:11"],
  ["the function constructor", "const n = (() => 1).constructor('return 1')", "gate/name 4:21"],
  ["a computed way to it", "const n = [1]['constructor']", "gate/name 4:15"],
  ["globalThis", "const n = globalThis", "gate/name 4:11"],
  ["process", "const n = process.env", "gate/name 4:11"],
  ["Reflect", "const n = Reflect.ownKeys({})", "gate/name 4:11"],
  ["Symbol", "const n = Symbol.iterator", "gate/name 4:11"],
  ["a timer", "setTimeout(() => 1, 1)", "gate/name 4:1"],
  ["console", "console.log(1)", "gate/name 4:1"],
  ["fetch", "const n = await fetch('https://example.com')", "gate/name 4:17"],
  ["a dollar in a name", "const $t1 = 1", "gate/name 4:7"],
  ["an escaped name", "const \\u0061b = 1", "gate/foreign-character 4:7"],
  ["a name in another alphabet", "const \u0430dmin = 1", "gate/foreign-character 4:7"],
  ["a bidirectional mark", "const n = 1 // \u202e", "gate/hidden-character 4:16"],
  ["a zero-width blank in a string", "const n = 'a\u200bb'", "gate/hidden-character 4:13"],
  ["okta as a value", "const client = okta", "gate/okta-use 4:16"],
  ["an operation as a value", "const list = okta.listUsers", "gate/okta-use 4:14"],
  ["an operation by a computed name", "const n = okta['listUsers']({})", "gate/okta-use 4:11"],
  [
    "parameters from elsewhere",
    "const given = {}\nconst n = await okta.listUsers({ ...given }).all()",
    "gate/okta-use 5:34",
  ],
  ["this", "const n = this", "gate/construct 4:11"],
  ["a class", "class A {}", "gate/construct 4:1"],
  ["a getter", "const n = { get a() { return 1 } }", "gate/construct 4:13"],
  ["a method", "const n = { a() { return 1 } }", "gate/construct 4:13"],
  ["a label", "here: for (const one of [1]) continue here", "gate/construct 4:1"],
  ["arguments", "const n = arguments", "gate/name 4:11"],
  ["a generator", "function* f() { yield 1 }", "gate/construct 4:1"],
  ["delete", "const n: { a: number | null } = { a: 1 }\ndelete n.a", "gate/construct 5:1"],
  ["try", "try { await okta.listUsers({}).all() } catch { }", "gate/try 4:1"],
  ["in", "const n = 'a' in { a: 1 }", "gate/in 4:11"],
  ["for in", "for (const key in { a: 1 }) key", "gate/construct 4:1"],
  ["a loose comparison", "const n = 1 == 2", "gate/construct 4:11"],
  ["a comma", "const n = (1, 2)", "gate/construct 4:12"],
  ["the present", "const n = new Date()", "gate/clock 4:11"],
  ["Date.now", "const n = Date.now()", "gate/clock 4:11"],
  ["chance", "const n = Math.random()", "gate/random 4:11"],
  ["a template tag", "const n = String.raw`a`", "gate/construct 4:11"],
  ["a read in a while loop", "while (true) { await okta.listUsers({}).all() }", "gate/await-in-loop 4:16"],
  ["a read in forEach", "[1].forEach(async () => { await okta.listUsers({}).all() })", "gate/await-in-loop 4:27"],
  [
    "reads in Promise.all",
    "const n = await Promise.all(['a'].map((userId) => okta.listFactors({ userId }).all()))",
    "gate/await-in-loop 4:51",
  ],
  [
    "a read in the loop over a list",
    "for await (const one of okta.listUsers({})) await okta.listFactors({ userId: one.id }).all()",
    "gate/await-in-loop 4:45",
  ],
  ["a read that nobody awaits", "okta.listUsers({}).all()", "gate/not-awaited 4:1"],
  ["a name of 'okta' declared again", "const each = 1", "gate/shadowed-import 4:7"],
  ["a long line", `const n = '${"a".repeat(240)}'`, "gate/long-line 4:241"],
  ["blank lines that push code out of sight", "\n\n\n\n\n\n\nconst n = 1", "gate/blank-run 9:1"],
  ["an HTML comment", "<!-- a", "TS1110 4:3"],
];

test.for(refusedInside)("%s inside the function is one finding", async ([, text, expected]) => {
  expect(await placesOf(snippet(`${text}\nreturn []`))).toEqual([expected]);
});

const refusedAtTop: readonly (readonly [string, string, string])[] = [
  ["an effect", "okta.listUsers({})", "gate/top-level 3:1"],
  ["a variable", "let count = 0", "gate/top-level 3:1"],
  ["a worked out constant", "const a = [1].map((one) => one)", "gate/top-level 3:11"],
  ["top-level await", "const a = await 1", "gate/top-level 3:11"],
  ["another export", "export const more = 1", "gate/top-level 3:14"],
  ["an enum", "enum A { B }", "gate/construct 3:1"],
  ["a namespace", "namespace A { export const b = 1 }", "gate/construct 3:1"],
  ["an added module", "declare module 'okta' { interface User { riskScore: string } }", "gate/construct 3:1"],
  ["a declared value", "declare const a: string", "gate/top-level 3:1"],
  ["an imported type", "type A = import('okta').User", "gate/import 3:10"],
  ["a second import", "import { now } from 'okta'", "gate/import 3:1"],
  ["an exported module", "export * from 'okta'", "gate/import 3:1"],
  ["any", "type A = { b: any }", "gate/any 3:15"],
  ["open keys", "type A = { [key: string]: string }", "gate/index-signature 3:12"],
  ["asserts", "function f(a: unknown): asserts a is string {}", "gate/type-predicate 3:25"],
  ["Partial", "type A = Partial<{ a: string }>", "gate/constructed-type 3:10"],
  ["a mapped type", "type A = { [K in 'a']?: string }", "gate/constructed-type 3:10"],
  ["a source map", "//# sourceMappingURL=a.map", "gate/directive 3:1"],
  ["@ts-nocheck", "// @ts-nocheck", "gate/directive 3:1"],
  ["a second default export", "export default async function () { return [] }", "gate/main 4:1"],
  ["a parameter worked out", "export const params = { a: [1].length }", "gate/top-level 3:23"],
  ["a file's column of no known type", "export const params = { a: inputTable({ b: 'text' }) }", "gate/table 3:28"],
  ["a file's columns by number", "export const params = { a: inputTable({ '1': 'string' }) }", "gate/table 3:28"],
  ["a file without columns", "export const params = { a: inputTable({}) }", "gate/table 3:28"],
  ["a file that is no parameter", "const a = inputTable({ b: 'string' })", "gate/top-level 3:11"],
];

test.for(refusedAtTop)("%s at the top is one finding", async ([, text, expected]) => {
  expect(await placesOf(snippetWith(text, "  return []"))).toEqual([expected]);
});

const reader = "const read = (userId: string) => okta.listFactors({ userId }).all()";

const refusedReaders: readonly (readonly [string, string, string])[] = [
  ["called in a loop", "for (const one of ['a']) await read(one)", "gate/await-in-loop 5:26"],
  ["given to map", "const n = await Promise.all(['a'].map(read))", "gate/reader 5:39"],
  ["kept in an object", "const n = { read: read }", "gate/reader 5:19"],
  ["under another name", "const other = read\nfor (const one of ['a']) await other(one)", "gate/await-in-loop 6:26"],
];

test.for(refusedReaders)("a function that reads, %s, is one finding", async ([, text, expected]) => {
  expect(await placesOf(snippetWith(reader, `${text}\n  return []`))).toEqual([expected]);
});

const refusedTables: readonly (readonly [string, string, string])[] = [
  ["read by the name of params", "return params.people.map(({ login }) => ({ login }))", "gate/table 5:8"],
  ["declared within the function", "const more = inputTable({ login: 'string' })", "gate/table 5:14"],
  ["read by a column that it lacks", "return people.map((one) => ({ name: one.name }))", "TS2339 5:41"],
];

test.for(refusedTables)("an input table %s is one finding", async ([, text, expected]) => {
  const declared = "export const params = { people: inputTable({ login: 'string', left: 'date?' }), days: 30 }";
  const source = snippetWith(declared, text)
    .replace("function ()", "function ({ people }: typeof params)")
    .replace("each }", "inputTable }");
  expect(await placesOf(source)).toEqual([expected]);
});

test("a function that reads and calls itself is one finding", async () => {
  const walk =
    "async function walk(id: string): Promise<string> {\n  const user = await okta.getUser({ id })\n  return walk(user.id)\n}";
  expect(await placesOf(snippetWith(walk, "  return []"))).toEqual(["gate/reader 5:10"]);
});

test("a snippet needs a title and a function", async () => {
  expect(await placesOf("import { okta } from 'okta'\n")).toEqual(["gate/main 1:1"]);
});

test("a text too large to read is refused unread", async () => {
  expect(await placesOf("/".repeat(40_000))).toEqual(["gate/too-large 1:1"]);
});

test("an operation that changes the org is refused", async () => {
  expect(await placesOf(snippet("  await okta.deactivateUser({ id: 'a' })\n  return []"))).toEqual([
    "effect/not-allowed 4:14",
  ]);
});
