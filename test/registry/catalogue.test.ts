import { expect, test } from "vitest";
import { findOperation, findShape, getOperation, listOperations, registryVersion } from "../../registry/catalogue.ts";
import { isReviewedRead } from "../../registry/overlay/reviewed-reads.ts";
import { amendOperation } from "../../registry/overlay/amend-operation.ts";
import type { OperationFacts } from "../../registry/operation-facts.ts";

const facts: OperationFacts = {
  operationId: "listSomethingNew",
  method: "GET",
  path: "/api/v1/something",
  tag: "Something",
  scopes: ["okta.something.read"],
  tokens: true,
  parameters: [],
  lifecycle: "GA",
};

test("a list says how it is walked, how large its pages are and which bucket it spends", () => {
  const { effect, scopes, items, paging, defaultLimit, maxLimit, bucket } = getOperation("listApplicationUsers");
  expect({ effect, scopes, items, paging, defaultLimit, maxLimit, bucket }).toEqual({
    effect: "read",
    scopes: ["okta.apps.read"],
    items: "",
    paging: "link",
    defaultLimit: 50,
    maxLimit: 500,
    bucket: "/api/v1/apps",
  });
});

test("a list of the IAM family is walked by its body and holds its items under a name of their own", () => {
  const found = [
    "listUsersWithRoleAssignments",
    "listRoles",
    "listResourceSets",
    "listBindings",
    "listMembersOfBinding",
  ]
    .map(getOperation)
    .map(({ paging, items }) => [paging, items]);
  expect(found).toEqual([
    ["body", "value"],
    ["body", "roles"],
    ["body", "resource-sets"],
    ["body", "roles"],
    ["body", "members"],
  ]);
});

test("what an operation does is its method's word, but where a judgement with a reason says otherwise", () => {
  const found = ["getUser", "deleteUser", "createUser", "createPolicySimulation", "listOAuth2ClientSecrets"]
    .map(getOperation)
    .map((one) => [one.effect, one.effectReason !== undefined]);
  expect(found).toEqual([
    ["read", false],
    ["destructive", false],
    ["write", false],
    ["read", true],
    ["secret", true],
  ]);
});

test("the only GET that is no read is the one that moves a challenge on", () => {
  const others = listOperations().filter((one) => one.method === "GET" && one.effect !== "read");
  expect(others.map((one) => [one.operationId, one.effect])).toEqual([
    ["getFactorTransactionStatus", "write"],
    ["getOAuth2ClientSecret", "secret"],
    ["listApiServiceIntegrationInstanceSecrets", "secret"],
    ["listOAuth2ClientSecrets", "secret"],
    ["listSocialAuthTokens", "secret"],
  ]);
});

test("a GET that nobody reviewed is not allowed as a read", () => {
  expect(amendOperation(facts, () => undefined).effect).toBe("secret");
});

test("a reviewed GET whose scopes changed is no longer reviewed", () => {
  const listUsers = { ...facts, operationId: "listUsers", path: "/api/v1/users", scopes: ["okta.users.read"] };
  expect([isReviewedRead(listUsers), isReviewedRead({ ...listUsers, scopes: ["okta.users.manage"] })]).toEqual([
    true,
    false,
  ]);
});

test("an operation that Okta lacks is not found, and a failure where it is demanded", () => {
  expect(findOperation("listEverything")).toBeUndefined();
  expect(() => getOperation("listEverything")).toThrow("Okta's API has no operation listEverything.");
});

test("a discriminated shape keeps what is left for values that lead nowhere", () => {
  const factor = findShape("UserFactor");
  const last = factor?.kind === "union" ? factor.of.at(-1) : undefined;
  expect(last?.kind === "object" ? last.properties["factorType"] : undefined).toEqual({
    shape: { kind: "string", values: ["signed_nonce"] },
    required: true,
  });
});

test("the registry's version names the specification's", () => {
  expect(registryVersion()).toMatch(/^2026\.06\.3-[0-9a-f]{12}$/);
});
