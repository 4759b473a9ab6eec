import { expect, test } from "vitest";
import { placesOf, sharedChecker, snippet, snippetWith } from "./checked-snippet.ts";
import { baseSchema } from "../../../registry/schema-attributes.ts";

const good = snippet(
  "  const users = await okta.listUsers({}).all()\n  return users.map((one) => ({ login: one.profile.login }))",
);

/** Pairs of interfaces that lead to each other under ever larger types: comparing two of them never comes to an end. */
function endlessComparison(): string {
  const declare = (name: string, next: string): string =>
    `interface ${name}<T> {\n${Array.from({ length: 20 }, (_, index) => `  f${index}: ${next}<[T, ${index}]>`).join("\n")}\n}`;
  const types = [declare("A", "C"), declare("C", "A"), declare("B", "D"), declare("D", "B")].join("\n");
  return snippetWith(`${types}\nconst go = (a: A<1>): B<1> => a`, "  return []");
}

test("a type that never ends costs its own thread, and other snippets pass before it is given up", async () => {
  const order: string[] = [];
  const note = <T>(name: string, found: T): T => {
    order.push(name);
    return found;
  };
  const found = await Promise.all([
    placesOf(endlessComparison()).then((one) => note("endless", one)),
    placesOf(good).then((one) => note("good", one)),
    placesOf(good).then((one) => note("good", one)),
  ]);
  expect({ found, order, after: await placesOf(good) }).toEqual({
    found: [["check/too-costly 1:1"], [], []],
    order: ["good", "good", "endless"],
    after: [],
  });
});

test("nesting deeper than the compiler follows is a finding, and the next snippet is checked", async () => {
  const deep = `${`${"(".repeat(130)}\n`.repeat(90)}1${`\n${")".repeat(130)}`.repeat(90)}`;
  expect([await placesOf(snippet(`  const n = ${deep}\n  return [{ n }]`)), await placesOf(good)]).toEqual([
    ["check/too-costly 1:1"],
    [],
  ]);
});

test("the types that grow without end are refused before the compiler sees them", async () => {
  const templates =
    "type D = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'\ntype N = { [K in `${D}${D}${D}${D}${D}`]: K }";
  const recursion = "type L<T extends unknown[]> = T['length'] extends 100000 ? T : L<[...T, 1]>";
  expect([
    await placesOf(snippetWith(templates, "  return []")),
    await placesOf(snippetWith(recursion, "  return []")),
  ]).toEqual([["gate/constructed-type 4:10"], ["gate/constructed-type 3:31"]]);
});

test("no file of the machine is reached by a type", async () => {
  const sources = [
    "const a: typeof import('/etc/passwd') = 1",
    "/// <reference path='/etc/passwd' />",
    "/// <reference types='node' />",
  ];
  const found = await Promise.all(sources.map((one) => placesOf(snippetWith(one, "  return []"))));
  expect(found).toEqual([["gate/import 3:10"], ["gate/directive 3:1"], ["gate/directive 3:1"]]);
});

test("a snippet that passes is rewritten for the evidence replay", async () => {
  const result = await sharedChecker().trace(good, { orgSchema: baseSchema() });
  expect("code" in result).toBe(true);
});
