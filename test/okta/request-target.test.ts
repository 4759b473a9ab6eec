import { describe, expect, test } from "vitest";
import { buildTarget, leadsTo } from "../../okta/request-target.ts";
import { getOperation } from "../../registry/catalogue.ts";

const origin = "https://acme.okta.com";

test("path values are encoded, queries too, and a list asks for the largest page", () => {
  const target = buildTarget(getOperation("listApplicationUsers"), { appId: "0oa1/../x?y", q: "a b&c+d" });
  expect(target).toBe("/api/v1/apps/0oa1%2F..%2Fx%3Fy/users?q=a%20b%26c%2Bd&limit=500");
});

test("a single object has no limit", () => {
  expect(buildTarget(getOperation("getUser"), { id: "isaac@example.com" })).toBe("/api/v1/users/isaac%40example.com");
});

describe("a target has to lead where the template does", () => {
  const operation = getOperation("listFactors");
  test.each([
    ["/api/v1/users/00u1/factors", true],
    ["/api/v1/users/00u1/factors?limit=2", true],
    ["/api/v1/users/00u2/factors", false],
    ["/api/v1/users/00u1", false],
    ["/api/v1/users/00u1/../../apps/x/factors", false],
    ["//evil.example/api/v1/users/00u1/factors", false],
    ["/api/v1/users/00u1/factors#x", false],
    ["@evil.example/api/v1/users/00u1/factors", false],
    ["/api/v1/users/00u1%2Ffactors", false],
  ])("%s: %s", (target, expected) => {
    expect(leadsTo(target, origin, operation, { userId: "00u1" })).toBe(expected);
  });

  test.each(["..", ".", ""])("the value %j is no segment", (userId) => {
    expect(leadsTo(buildTarget(operation, { userId }), origin, operation, { userId })).toBe(false);
  });
});
