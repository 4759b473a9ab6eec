import { expect, test } from "vitest";
import { reviewOf } from "./checked-snippet.ts";

async function warningsOf(parameter: string, body: string): Promise<readonly string[]> {
  const source = `import { okta } from 'okta'
export const title = 'A test'
export const params = { name: 'x', names: ['a'] }
export default async function (${parameter}) {
  const users = await okta.listUsers({}).all()
${body}
}
`;
  return (await reviewOf(source)).warnings;
}

const rows = (cells: string): string => `  return users.map((user) => ({ id: user.id, ${cells} }))`;
const unused = (name: string): string =>
  `Your value of ${name} changes nothing: the snippet asks for it and never uses it.`;

const snippets: readonly (readonly [string, string, string, readonly string[]])[] = [
  ["none is taken", "", rows(""), ["name", "names"]],
  ["one is taken and not used", "{ name, names }: typeof params", rows("all: names.join()"), ["name"]],
  ["all are used", "{ name: text, names: [first] }: typeof params", rows("text, first: first ?? null"), []],
  ["they are taken whole", "input: typeof params", rows("text: input.name"), ["names"]],
  ["one is named in brackets", "input: typeof params", rows("text: input['name']"), ["names"]],
  ["they are taken out later", "input: typeof params", `  const { name } = input\n${rows("name")}`, ["names"]],
  ["the others are taken together", "{ name, ...others }: typeof params", rows("name, all: others.names.join()"), []],
  [
    "they are handed on whole",
    "input: typeof params",
    `  const textOf = (one: typeof params) => one.name\n${rows("text: textOf(input)")}`,
    [],
  ],
  [
    "the usual value is read in place of the operator's",
    "{ names }: typeof params",
    rows("all: names.join(), text: user.profile.login + params.name"),
    ["name"],
  ],
];

test.for(snippets)("a parameter that is never used is said: %s", async ([, parameter, body, names]) => {
  expect(await warningsOf(parameter, body)).toEqual(names.map(unused));
});

test("a file that is asked for and not used is said", async () => {
  const source = `import { inputTable, okta } from 'okta'
export const title = 'A test'
export const params = { people: inputTable({ login: 'string' }) }
export default async function ({ people }: typeof params) {
  const users = await okta.listUsers({}).all()
  return users.map((user) => ({ id: user.id }))
}
`;
  expect((await reviewOf(source)).warnings).toEqual([unused("people")]);
});
