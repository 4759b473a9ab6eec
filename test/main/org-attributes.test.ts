import { afterAll, beforeAll, expect, test } from "vitest";
import { check } from "../../main/check.ts";
import { type ChangedHouse, openChangedHouse } from "./changed-house.ts";

/** Custom attributes that an administrator has added to the org, and those that the org has lost. */
const added = new Set<string>();
const lost = new Set<string>();
let maySchemasBeRead = true;

function changeSchema(path: string, text: string): string {
  if (path === "/api/v1/meta/schemas/group/default" && !maySchemasBeRead) return "<html>";
  if (path !== "/api/v1/meta/schemas/user/default") return text;
  const schema = JSON.parse(text);
  const { properties } = schema.definitions.custom;
  for (const name of added) properties[name] = { title: name, type: "string", scope: "NONE", mutability: "READ_WRITE" };
  for (const name of lost) delete properties[name];
  return JSON.stringify(schema);
}

let place: ChangedHouse;
beforeAll(async () => {
  place = await openChangedHouse(changeSchema);
});
afterAll(() => place.close());

function snippetWith(attribute: string): string {
  return `import { okta } from 'okta'

export const title = 'Users and their ${attribute}'

export default async function () {
  const users = await okta.listUsers({ search: 'profile.${attribute} pr' }).all()
  return users.map((user) => ({
    login: user.profile.login,
    ${attribute}: user.profile.${attribute} ?? null,
  }))
}
`;
}

/** Lines with a finding; none where the snippet is good. */
async function findingLines(attribute: string): Promise<readonly number[]> {
  const result = await check(place.house, snippetWith(attribute));
  return result.kind === "findings" ? [...new Set(result.findings.map((one) => one.line))] : [];
}

test("a custom attribute that is added to the org can be asked for after doctor has read the org's attributes anew", async () => {
  const first = await place.schemaLine();
  const before = await findingLines("badgeColour");
  added.add("badgeColour");
  const second = await place.schemaLine();
  const after = await findingLines("badgeColour");
  expect({ first: first.replace(/\d+/, "N"), before, second: second.replace(/\d+/, "N"), after }).toEqual({
    first: "good: N user attributes; 29 attributes of the users of 46 apps.",
    before: [6, 9],
    second: "good: N user attributes; 29 attributes of the users of 46 apps; 1 new (badgeColour).",
    after: [],
  });
});

test("an attribute that the org lacks, or has lost, is a finding wherever it is used", async () => {
  const had = await findingLines("riskTier");
  lost.add("riskTier");
  const line = await place.schemaLine();
  const has = await findingLines("riskTier");
  expect({ had, line: line.replace(/\d+/, "N"), has, never: await findingLines("wingspan") }).toEqual({
    had: [],
    line: "good: N user attributes; 29 attributes of the users of 46 apps; 1 gone (riskTier).",
    has: [6, 9],
    never: [6, 9],
  });
});

test("attributes that were read before serve where they cannot be read anew, and doctor says so", async () => {
  maySchemasBeRead = false;
  const line = await place.schemaLine();
  maySchemasBeRead = true;
  expect([line, await findingLines("badgeColour")]).toEqual([
    "poor: The org's profile attributes cannot be read; snippets are checked against those read TIME.",
    [],
  ]);
});
