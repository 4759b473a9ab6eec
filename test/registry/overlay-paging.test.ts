import { expect, test } from "vitest";
import { getOperation, listOperations } from "../../registry/catalogue.ts";
import { snippetParameters } from "../../registry/parameters.ts";

test("a path that no source gives a bucket has the longest prefix's", () => {
  const found = [
    "listFactors",
    "getUser",
    "listApplicationUsers",
    "getApplication",
    "listGroupRules",
    "listRoles",
    "listPolicies",
  ].map((operationId) => getOperation(operationId).bucket);
  expect(found).toEqual([
    "/api/v1/users",
    "/api/v1/users/{id}",
    "/api/v1/apps",
    "/api/v1/apps/{id}",
    "/api/v1/groups",
    "/api/v1/iam",
    "/api/v1",
  ]);
});

test("a bucket holds no wildcard of another notation", () => {
  const odd = listOperations().filter((one) => !/^\/[a-z0-9A-Z./_{}-]*$/.test(one.bucket));
  expect(odd.map((one) => `${one.operationId} ${one.bucket}`)).toEqual([]);
});

test("no list lets a snippet page, and no list has a largest page below its usual one but by choice", () => {
  const lists = listOperations().filter((one) => one.items !== undefined);
  const paged = lists.filter((one) => snippetParameters(one).some(({ name }) => name === "limit" || name === "after"));
  const odd = lists.filter((one) => (one.defaultLimit ?? 0) > (one.maxLimit ?? Number.POSITIVE_INFINITY));
  expect([paged.map((one) => one.operationId), odd.map((one) => one.operationId)]).toEqual([[], ["listGroups"]]);
});

test("lists that page without saying so are walked all the same", () => {
  expect(["listUserGroups", "listPolicyApps", "listPolicies"].map((one) => getOperation(one).paging)).toEqual([
    "link",
    "link",
    "link",
  ]);
});
