// What a snippet puts beside real values must show as its own in the column, however it gets there.
import { expect, test } from "vitest";
import { traceLineage } from "../../../executor/origins/trace-lineage.ts";
import { compileSnippet } from "./compile-snippet.ts";
import { styled } from "./styled.ts";

function sayOrigin(body: string): string {
  const compiled = compileSnippet(styled(`  const users = await okta.listUsers({}).all()\n  ${body}`).text);
  const [column] = traceLineage(compiled).lineage.columns;
  const said = compiled.messages.join("; ");
  if (said !== "" || column === undefined) return said;
  const { origin } = column;
  if (origin.kind === "unknown") return `unknown: ${origin.why}`;
  return origin.kind === "direct" ? `${origin.fields.join(", ")}${origin.orLiteral ? " or literal" : ""}` : origin.kind;
}

const rows = "users.map((user) => ({ x: user.id }))";
const either = (own: string): string =>
  `return users.map((user) => ({ x: user.status === 'ACTIVE' ? user.id : ${own} }))`;

const ways: Readonly<Record<string, string>> = {
  "a row that is added with concat": `return ${rows}.concat({ x: 'own' })`,
  "a row that is added with concat in a total": `return users.reduce<{ x: string }[]>((all, user) => all.concat(user.status === 'ACTIVE' ? { x: user.id } : { x: 'own' }), [])`,
  "a row that flatMap gives by itself": `return users.flatMap((user) => (user.status === 'ACTIVE' ? [{ x: user.id }] : { x: 'own' }))`,
  "a row beside a list that is made flat": `return [${rows}, { x: 'own' }].flat()`,
  "texts of an object with a length": `return Array.from({ length: 1, 0: 'own' }).concat(users.map((user) => user.id)).map((x) => ({ x }))`,
  "rows of an object with a length": `return [...${rows}, ...Array.from({ length: 1, 0: { x: 'own' } })]`,
  "characters of a text": `return users.flatMap((user) => (user.status === 'ACTIVE' ? [user.id] : [...'own'])).map((x) => ({ x }))`,
  "one character of a text": `const own = 'own'[0]\n  if (own === undefined) return []\n  ${either("own")}`,
  "the name of a function": `const own = () => 1\n  ${either("own.name")}`,
  "the message of a failure": `const own = new Error('own')\n  ${either("own.message")}`,
  "a set of its own": `return [...new Set(users.map((user) => user.id)).union({ size: 1, has: () => false, keys: () => ['own'].values() })].map((x) => ({ x }))`,
  "an iterator of its own": `return users.values().flatMap((user) => {
    let turn = 0
    return { next: () => (turn++ === 0 ? { done: false as const, value: 'own' } : { done: true as const, value: undefined }) }
  }).toArray().concat(users.map((user) => user.id)).map((x) => ({ x }))`,
};

test("a value of the snippet's own shows in its column, whichever way it comes beside real ones", () => {
  const said = Object.fromEntries(Object.entries(ways).map(([name, body]) => [name, sayOrigin(body)]));
  expect(said).toEqual({
    ...Object.fromEntries(Object.keys(ways).map((name) => [name, "listUsers id or literal"])),
    "a set of its own": "unknown: a set that the snippet writes itself",
    "an iterator of its own": "unknown: an iterator that the snippet writes itself",
  });
});

test("items and rows that were read are no texts of the snippet's own, whichever way they are put together", () => {
  const honest = [
    `return ${rows}.concat(${rows})`,
    `return users.flatMap((user) => (user.status === 'ACTIVE' ? [{ x: user.id }] : { x: user.id }))`,
    `return [[${rows}], ${rows}].flat(2)`,
    `return Array.from({ length: users.length }, (_, index) => ({ x: users[index]?.id })).flatMap(({ x }) => (x === undefined ? [] : [{ x }]))`,
    `return [...new Set(users.map((user) => user.id)).union(new Set(users.map((user) => user.id)))].map((x) => ({ x }))`,
    `return users.map((user) => user.id).concat(users.map((user) => user.id), []).map((x) => ({ x }))`,
  ];
  expect(honest.map(sayOrigin)).toEqual(honest.map(() => "listUsers id"));
});
