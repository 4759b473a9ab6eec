import { expect, test } from "vitest";
import { getOperation } from "../../registry/catalogue.ts";
import { checkParameters, snippetParameters } from "../../registry/parameters.ts";

const check = (operationId: string, parameters: Readonly<Record<string, unknown>>): readonly string[] =>
  checkParameters(getOperation(operationId), parameters).map((one) => `${one.parameter} ${one.reason}`);

test("a call that Okta would take has no problem", () => {
  expect([
    check("listUsers", { search: 'status eq "ACTIVE"', sortOrder: "asc" }),
    check("listApplicationUsers", { appId: "0oa1gjh63g214q0Hq0g4", expand: "user" }),
    check("getUser", { id: "ada.lovelace+test@example.com" }),
    check("listPolicies", { type: "MFA_ENROLL", expand: "rules" }),
    check("listLogEvents", { since: "2026-01-01T00:00:00.000Z" }),
    check("listBrands", { expand: ["themes", "domains"] }),
  ]).toEqual([[], [], [], [], [], []]);
});

test("what only the host sets is refused", () => {
  expect(check("listUsers", { limit: 10, after: "x", fields: "id" })).toEqual([
    "limit is set by the host alone",
    "after is set by the host alone",
    "fields is set by the host alone",
  ]);
});

test("a name that the operation lacks is refused with those that it has", () => {
  expect(check("listFactors", { userId: "00u1", status: "ACTIVE" })).toEqual([
    "status is no parameter of listFactors, which has userId",
  ]);
});

test("a missing, mistyped or unlisted value is refused", () => {
  expect([
    check("listFactors", {}),
    check("listFactors", { userId: 7 }),
    check("listPolicies", { type: "MFA" })[0]?.slice(0, 42),
    check("listUsers", { search: true }),
    check("listLogEvents", { since: "yesterday" }),
  ]).toEqual([
    ["userId is missing"],
    ["userId must be a text"],
    "type must be one of ACCESS_POLICY, ENTITY_",
    ["search must be a text"],
    ["since must be an ISO 8601 date"],
  ]);
});

test.each(["", ".", "..", "a/b", "a\\b", "a\u0000b", "a\nb", "a\u2028b", "a\u202eb", "x".repeat(256)])(
  "a path value of %j is refused",
  (value) => {
    expect(check("getUser", { id: value })).toHaveLength(1);
  },
);

test.each(["a b", "00u1?x=1", "00u1#x", "00u%2f", "é", "a;b"])("an id of %j is refused", (value) => {
  expect(check("listGroupUsers", { groupId: value })).toHaveLength(1);
});

test("parameters that come from a prototype do not count", () => {
  expect(check("listFactors", Object.create({ userId: "00u1" }))).toEqual(["userId is missing"]);
});

test("a snippet is offered neither paging nor headers", () => {
  expect(snippetParameters(getOperation("listUsers")).map((one) => one.name)).toEqual([
    "search",
    "filter",
    "q",
    "sortBy",
    "sortOrder",
    "expand",
  ]);
});
