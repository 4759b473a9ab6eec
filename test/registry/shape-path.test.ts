import { expect, test } from "vitest";
import { getOperation } from "../../registry/catalogue.ts";
import type { Shape } from "../../registry/shape.ts";
import { itemShape, shapeAt } from "../../registry/shape-path.ts";

const at = (operationId: string, path: string): Shape | undefined =>
  shapeAt(itemShape(getOperation(operationId)) ?? { kind: "unknown" }, path);

const text: Shape = { kind: "string" };

test("a path leads through named shapes to the value's own", () => {
  expect([
    at("listUsers", "id"),
    at("listUsers", "profile.login"),
    at("listUsers", "credentials.provider.name"),
  ]).toEqual([text, text, { ...text, nullable: true }]);
});

test("a path leads through lists by []", () => {
  expect([
    at("listLogEvents", "target[].id"),
    at("listLogEvents", "target.id"),
    at("listUsersWithRoleAssignments", "id"),
  ]).toEqual([text, undefined, text]);
});

test("a path leads into any member of a union", () => {
  expect(at("listApplications", "settings.signOn.ssoAcsUrl")).toEqual({ ...text, nullable: true });
});

test("a path leads into what expand embeds, and that may not be there", () => {
  const status = at("listApplicationUsers", "_embedded.user.status");
  expect([status?.kind, status?.nullable, at("listUsers", "_embedded.user.status")]).toEqual([
    "string",
    true,
    undefined,
  ]);
});

test("an invented field and a secret one are not found", () => {
  expect([
    at("listUsers", "riskScore"),
    at("listUsers", "profile.login.length"),
    at("listOAuth2ClientSecrets", "client_secret"),
    at("listUsers", "__proto__"),
  ]).toEqual([undefined, undefined, undefined, undefined]);
});

test("a key with a dot or a dash in it is found", () => {
  expect([at("listApplicationKeys", "x5t#S256")?.kind, at("listAssignedRolesForUser", "resource-set")?.kind]).toEqual([
    "string",
    "string",
  ]);
});

test("an empty path is the item itself", () => {
  expect(at("listUsers", "")?.kind).toBe("object");
});
