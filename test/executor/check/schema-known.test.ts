import { expect, test } from "vitest";
import { parseOrgSchema, baseSchema } from "../../../registry/schema-attributes.ts";
import type { OrgSchema } from "../../../registry/org-schema.ts";
import { sharedChecker, snippet } from "./checked-snippet.ts";

const text = { type: "string" };
const readSchema = parseOrgSchema(
  { definitions: { base: { properties: { login: text, department: text } } } },
  { definitions: { base: { properties: { name: text } } } },
);

const notRead =
  " This org's own attributes are not known here, because its schema was not read: run attest doctor with a credential that may read schemas (okta.schemas.read).";

/** How the help of each finding ends, and the warnings of a snippet that passes. */
async function said(
  list: string,
  attribute: string,
  orgSchema: OrgSchema,
): Promise<readonly boolean[] | readonly string[]> {
  const source = snippet(
    `  const users = await ${list}.all()\n  return users.map((one) => ({ ${attribute}: one.profile.${attribute} ?? null }))`,
  );
  const result = await sharedChecker().check(source, { orgSchema });
  return result.kind === "checked"
    ? result.checked.review.warnings
    : result.findings.map((one) => one.help.endsWith(notRead));
}

test("where the schema was not read, a field that the org may have added says so, in a type and in a search", async () => {
  const all = "okta.listUsers({})";
  const search = "okta.listUsers({ search: 'profile.wingspan pr' })";
  expect({
    type: await said(all, "wingspan", baseSchema()),
    search: await said(search, "login", baseSchema()),
    typeRead: await said(all, "wingspan", readSchema),
    searchRead: await said(search, "login", readSchema),
  }).toEqual({ type: [true], search: [true], typeRead: [false], searchRead: [false] });
});

test("a review says that only base attributes are known where a profile is read beyond what every user has", async () => {
  const all = "okta.listUsers({})";
  expect({
    department: await said(all, "department", baseSchema()),
    login: await said(all, "login", baseSchema()),
    departmentRead: await said(all, "department", readSchema),
  }).toEqual({
    department: [
      "Only Okta's base attributes are known, because the org's schema was not read: what the org keeps in attributes of its own is not looked at.",
    ],
    login: [],
    departmentRead: [],
  });
});
