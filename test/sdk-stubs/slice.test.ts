import { expect, test } from "vitest";
import { listOperations } from "../../registry/catalogue.ts";
import type { SchemaAttribute } from "../../registry/org-schema.ts";
import { baseSchema } from "../../registry/schema-attributes.ts";
import { describePart, renderSlice } from "../../sdk-stubs/slice.ts";

const orgSchema = baseSchema();
const tokens = (text: string): number => JSON.stringify(text).length / 3.5;

const wide = {
  ...orgSchema,
  user: [
    ...orgSchema.user,
    ...Array.from({ length: 400 }, (_, index): SchemaAttribute => ({
      name: index === 7 ? "badgeColour" : `custom${index}`,
      shape: { kind: "string", nullable: true },
      from: "custom",
    })),
  ],
};

test("users, factors and app users are told in under 2,500 tokens", () => {
  const operationIds = ["listUsers", "listFactors", "listApplicationUsers"];
  expect(tokens(renderSlice({ operationIds, orgSchema, words: ["users", "app", "MFA"] }))).toBeLessThan(2500);
});

test("five operations across areas are told in under 5,000 tokens", () => {
  const operationIds = ["listUsers", "listApplications", "listGroups", "listLogEvents", "listPolicies"];
  expect(tokens(renderSlice({ operationIds, orgSchema, words: ["failed", "sign-in", "policy"] }))).toBeLessThan(5000);
});

test("no single operation needs more than 2,500 tokens", () => {
  const large = listOperations()
    .filter((one) => one.method === "GET")
    .filter((one) => tokens(renderSlice({ operationIds: [one.operationId], orgSchema, words: [] })) > 2500);
  expect(large.map((one) => one.operationId)).toEqual([]);
});

test("a signature shows the parameters of a snippet, the item and what expand embeds", () => {
  const text = renderSlice({ operationIds: ["listApplicationUsers", "getApplicationUser"], orgSchema, words: [] });
  expect(text.split("\n").slice(1, 5)).toEqual([
    "okta: {",
    "  listApplicationUsers({ appId: string; q?: string; expand?: 'user' }): Listing<AppUser> // with 'user': _embedded { user: User }",
    "  getApplicationUser({ appId: string; userId: string; expand?: 'user' }): Read<AppUser | undefined> // with 'user': _embedded { user: User }",
    "}",
  ]);
});

test("of a large schema the question's words choose the attributes, and the rest is counted", () => {
  const text = renderSlice({ operationIds: ["listUsers"], orgSchema: wide, words: ["badges", "colour"] });
  expect([text.includes("badgeColour?"), text.includes("custom12"), text.includes("…399 more attributes")]).toEqual([
    true,
    false,
    true,
  ]);
});

test("a part is told by its path, an unknown one not at all", () => {
  expect([
    describePart("listUsers", "credentials.provider", { orgSchema }),
    describePart("listUsers", "profile", { orgSchema: wide })?.includes("custom399"),
    describePart("listUsers", "feathers", { orgSchema }),
    describePart("listEverything", "id", { orgSchema }),
  ]).toEqual([
    "{ name?: string; type?: 'ACTIVE_DIRECTORY' | 'FEDERATION' | 'IMPORT' | 'LDAP' | 'OKTA' | 'SOCIAL' } | null",
    true,
    undefined,
    undefined,
  ]);
});

test("an operation that Okta lacks is left out", () => {
  expect(renderSlice({ operationIds: ["listEverything"], orgSchema, words: [] }).includes("listEverything")).toBe(
    false,
  );
});

test("an operation that takes a request body shows it as a parameter", () => {
  const text = renderSlice({ operationIds: ["createPolicySimulation"], orgSchema: baseSchema(), words: [] });
  expect(text).toMatch(/createPolicySimulation\(\{ expand\?: string; body: .*appInstance/);
});

test("an app of any kind takes no more room beside other operations than alone", () => {
  const slice = (...operationIds: string[]): readonly string[] =>
    renderSlice({ operationIds, orgSchema, words: ["apps"] }).split("\n");
  const declared = (lines: readonly string[]): string =>
    lines.find((line) => line.startsWith("type Application =")) ?? "";
  const beside = slice("listGroups", "listGroupUsers", "listApplicationGroupAssignments", "listApplications");
  expect([declared(beside) === declared(slice("listApplications")), declared(beside).length < 2600]).toEqual([
    true,
    true,
  ]);
});
