import { expect, test } from "vitest";
import { listOperations } from "../../registry/catalogue.ts";
import { parseOrgSchema, baseSchema } from "../../registry/schema-attributes.ts";
import { compileSnippet } from "./compile-snippet.ts";

const orgSchema = baseSchema();
const compile = (operationIds: readonly string[], ...lines: readonly string[]): readonly string[] =>
  compileSnippet(operationIds, orgSchema, ["import { okta, each, named } from 'okta'", ...lines].join(";\n"));

test("an idiomatic snippet over users, apps and factors compiles", () => {
  const found = compile(
    ["listApplications", "listApplicationUsers", "listFactors"],
    "const target = named(await okta.listApplications().all(), 'label', 'GitHub')",
    "const assigned = await okta.listApplicationUsers({ appId: target.id, expand: 'user' }).all()",
    "const active = assigned.filter((one) => one._embedded.user.status === 'ACTIVE')",
    "export const rows = await each(active, async (one) => {",
    "  const factors = await okta.listFactors({ userId: one.id }).all()",
    "  const mfa = factors.filter((factor) => factor.status === 'ACTIVE' && factor.factorType !== 'question')",
    "  const { login, department } = one._embedded.user.profile",
    "  return { login, department: department ?? null, lastLogin: one._embedded.user.lastLogin, mfa: mfa.length }",
    "})",
  );
  expect(found).toEqual([]);
});

test("an operation outside the plan is not offered", () => {
  expect(compile(["listUsers"], "okta.listGroups()")).toEqual(["2 TS2339"]);
});

test("an invented field does not compile", () => {
  const found = compile(
    ["listUsers", "listApplications", "listFactors", "listGroups", "listLogEvents", "listDevices", "listPolicies"],
    "(await okta.listUsers().all()).map((one) => one.riskScore)",
    "(await okta.listUsers().all()).map((one) => one.profile.salary)",
    "(await okta.listApplications().all()).map((one) => one.owner)",
    "(await okta.listFactors({ userId: 'x' }).all()).map((one) => one.lastUsed)",
    "(await okta.listGroups().all()).map((one) => one.memberCount)",
    "(await okta.listLogEvents().all()).map((one) => one.actor?.email)",
    "(await okta.listDevices().all()).map((one) => one.profile.owner)",
    "(await okta.listPolicies({ type: 'PASSWORD' }).all()).map((one) => one.rules)",
  );
  expect(found).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((line) => `${line} TS2339`));
});

test("a wrong parameter, a missing one and what the host sets do not compile", () => {
  const found = compile(
    ["listUsers", "listFactors", "listPolicies"],
    "okta.listUsers({ status: 'ACTIVE' })",
    "okta.listUsers({ limit: 5 })",
    "okta.listFactors({})",
    "okta.listPolicies({ type: 'MFA' })",
  );
  expect(found).toEqual(["2 TS2353", "3 TS2353", "4 TS2345", "5 TS2322"]);
});

test("_embedded is there when expand asks for it, and only then", () => {
  const found = compile(
    ["listApplicationUsers", "listGroups", "listPolicies"],
    "(await okta.listGroups({ expand: 'stats' }).all()).map((one) => one._embedded.stats.usersCount)",
    "(await okta.listPolicies({ type: 'PASSWORD', expand: 'rules' }).all()).map((one) => one._embedded.rules.length)",
    "(await okta.listApplicationUsers({ appId: 'x' }).all()).map((one) => one._embedded)",
    "(await okta.listGroups({ expand: 'app' }).all()).map((one) => one._embedded.stats)",
    "okta.listGroups({ expand: 'members' })",
  );
  expect(found).toEqual(["4 TS2339", "5 TS2339", "6 TS2322"]);
});

test("an expand with an id in it is a template", () => {
  const found = compile(
    ["listApplications"],
    "(await okta.listApplications({ expand: `user/${'00u1'}` }).all()).map((one) => one._embedded.user.scope)",
    "(await okta.listApplications({ expand: 'users' }).all()).map((one) => one.label)",
  );
  expect(found).toEqual(["3 TS2322"]);
});

test("a discriminated union narrows", () => {
  const found = compile(
    ["listApplications", "listAssignedRolesForUser", "listFactors"],
    "for (const app of await okta.listApplications().all()) {",
    "  if (app.signOnMode === 'SAML_2_0') app.settings?.signOn?.ssoAcsUrl",
    "  if (app.signOnMode === 'OPENID_CONNECT') app.settings.oauthClient?.redirect_uris",
    "  if (app.signOnMode === 'BOOKMARK') app.settings.oauthClient",
    "}",
    "for (const role of await okta.listAssignedRolesForUser({ userId: 'x' }).all()) {",
    "  if (role.type === 'CUSTOM') role.role",
    "  if (role.type === 'SUPER_ADMIN') role.role",
    "}",
    "for (const one of await okta.listFactors({ userId: 'x' }).all()) if (one.factorType === 'sms') one.profile?.phoneNumber",
  );
  expect(found).toEqual(["5 TS2339", "9 TS2339"]);
});

test("a missing null check does not compile", () => {
  const found = compile(
    ["getUser", "getApplicationUser"],
    "const user = await okta.getUser({ id: 'x' })",
    "export const day: string = user.lastLogin",
    "export const short = user.profile.department.slice(0, 3)",
    "const appUser = await okta.getApplicationUser({ appId: 'x', userId: 'y' })",
    "export const status = appUser.status",
    "export const fine = [user.lastLogin?.slice(0, 10), user.profile.department ?? null, appUser?.status]",
  );
  expect(found).toEqual(["3 TS2322", "4 TS18049", "6 TS18048"]);
});

test("a value outside an enum and an unknown event type do not compile", () => {
  const found = compile(
    ["listUsers", "listLogEvents"],
    "(await okta.listUsers().all()).filter((one) => one.status === 'DISABLED')",
    "(await okta.listLogEvents().all()).filter((one) => one.eventType === 'user.login')",
    "(await okta.listLogEvents().all()).filter((one) => one.eventType === 'user.session.start')",
  );
  expect(found).toEqual(["2 TS2367", "3 TS2367"]);
});

test("a response cannot be changed, and a secret is not offered", () => {
  const found = compile(
    ["getUser", "listOAuth2ClientSecrets"],
    "const user = await okta.getUser({ id: 'x' })",
    "user.status = 'ACTIVE'",
    "(await okta.listOAuth2ClientSecrets({ appId: 'x' }).all()).map((one) => one.client_secret)",
  );
  expect(found).toEqual(["3 TS2540", "4 TS2339"]);
});

test("the org's own attributes are typed, and one that the org lacks does not exist", () => {
  const properties = { login: { type: "string" }, email: { type: "string" } };
  const custom = { tier: { type: "string", enum: ["gold", "silver"] }, badge: { type: "integer" } };
  const own = parseOrgSchema(
    { definitions: { base: { properties }, custom: { properties: custom } } },
    { definitions: { base: { properties: { name: { type: "string" } } } } },
  );
  const found = compileSnippet(
    ["getUser"],
    own,
    [
      "import { okta } from 'okta'",
      "const { profile } = await okta.getUser({ id: 'x' })",
      "export const badge: number | null = profile.badge ?? null",
      "export const tier = profile.tier === 'bronze'",
      "export const department = profile.department",
    ].join("\n"),
  );
  expect(found).toEqual(["4 TS2367", "5 TS2339"]);
});

test("the stub of all operations at once compiles", () => {
  const all = listOperations().map((one) => one.operationId);
  expect(compileSnippet(all, orgSchema, "import { okta } from 'okta'\nexport const list = okta.listUsers()")).toEqual(
    [],
  );
});
