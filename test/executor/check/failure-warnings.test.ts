import { expect, test } from "vitest";
import { reviewOf } from "./checked-snippet.ts";

/** A snippet that reads factors which may fail, around what it makes of them. */
function reading(body: string): string {
  return [
    "import { okta, each, notKnown, declined } from 'okta'",
    "export const title = 'Factors'",
    "export default async function () {",
    "  const users = await okta.listUsers({}).all()",
    "  const rows = await each(users, async (user) => {",
    "    const factors = await okta.listFactors({ userId: user.id }).all().orUnknown()",
    body,
    "  })",
    "  return rows.flat()",
    "}",
    "",
  ].join("\n");
}

const warned: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  "a failure that is handed on": [
    "    return [{ id: user.id, factors: notKnown(factors) ? factors : factors.length }]",
    [],
  ],
  "a failure that ends the run": [
    "    if (notKnown(factors)) return declined('The factors could not be read.')\n    return [{ id: user.id, factors: factors.length }]",
    [],
  ],
  "an item left out by a choice": [
    "    return notKnown(factors) ? [] : [{ id: user.id, factors: factors.length }]",
    ["Where factors could not be read, the item is left out (line 7)."],
  ],
  "an item left out by an early return": [
    "    if (notKnown(factors) || factors.length === 0) return []\n    return [{ id: user.id, factors: factors.length }]",
    ["Where factors could not be read, the item is left out (line 7)."],
  ],
  "a zero in the place of a failure": [
    "    return [{ id: user.id, factors: notKnown(factors) ? 0 : factors.length }]",
    ["Where factors could not be read, 0 stands there (line 7)."],
  ],
  "nothing in the place of a failure, by the type of a list": [
    "    return [{ id: user.id, factors: Array.isArray(factors) ? factors.length : null }]",
    ["Where factors could not be read, nothing stands there (line 7)."],
  ],
  "a negated question": [
    "    return [{ id: user.id, hasFactor: !notKnown(factors) && factors.length > 0 }]",
    ["A read marked orUnknown may fail, and no cell of the answer shows where it did."],
  ],
};

test.for(Object.entries(warned))("%s", async ([, [body, expected]]) => {
  const { warnings } = await reviewOf(reading(body));
  expect(warnings.filter((one) => /could not be read|may fail/.test(one))).toEqual(expected);
});

test("items that a filter leaves out because their read failed are said", async () => {
  const { warnings } = await reviewOf(`import { okta, each, notKnown } from 'okta'
export const title = 'Factors'
export default async function () {
  const users = await okta.listUsers({}).all()
  const rows = await each(users, async (user) => ({ id: user.id, factors: await okta.listFactors({ userId: user.id }).all().orUnknown() }))
  return rows.filter((row) => !notKnown(row.factors)).map((row) => ({ id: row.id }))
}
`);
  expect(warnings.filter((one) => one.includes("could not be read"))).toEqual([
    "Where factors could not be read, the item is left out (line 6).",
  ]);
});

test("a text that a snippet makes itself among Okta's values is said, and a default of a parameter is none", async () => {
  const { warnings } = await reviewOf(`import { okta, filter } from 'okta'
export const title = 'Users'
export const params = { department: 'Engineering' }
export default async function ({ department }: typeof params) {
  const users = await okta.listUsers({ search: filter\`profile.department eq \${department}\` }).all()
  return users.map((user, index) => ({
    id: user.id,
    login: index === 0 ? ['eve', 'example.com'].join('@') : user.profile.login,
    department: user.profile.department ?? null,
  }))
}
`);
  expect(warnings.filter((one) => one.startsWith("The column"))).toEqual([
    "The column login holds values of Okta and, in some rows, what the snippet makes of its own texts and numbers.",
  ]);
});
