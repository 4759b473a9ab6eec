import { expect, test } from "vitest";
import { findOperation, getOperation, listOperations } from "../../registry/catalogue.ts";
import { permissions } from "../../registry/overlay/permissions.ts";

test("every operation that a permission is stated for is one of Okta's, and its scopes are of the same kind of things", () => {
  const unknown = [...permissions.keys()].filter((operationId) => findOperation(operationId) === undefined);
  const kindOf = (name: string): string => name.split(".")[1]?.toLowerCase() ?? "";
  const kinds = new Map<string, Set<string>>();
  for (const [operationId, [first = ""]] of permissions) {
    const scopes = getOperation(operationId).scopes.map(kindOf);
    kinds.set(kindOf(first), new Set([...(kinds.get(kindOf(first)) ?? []), ...scopes]));
  }
  expect([unknown, [...kinds].map(([kind, scopes]) => `${kind}: ${[...scopes].toSorted().join(", ")}`)]).toEqual([
    [],
    [
      "users: apitokens, userrisk, users",
      "groups: groups",
      "apps: apps",
      "devices: devices",
      "policies: policies",
      "authzservers: authorizationservers",
      "customizations: brands, templates",
      "identityproviders: idps",
      "iam: roles",
      "realms: realms",
      "agents: agentpools",
      "support: orgs",
      "ssf: securityeventsproviders",
    ],
  ]);
});

test("what the specification itself states of permissions stands", () => {
  const stated = listOperations().filter((one) => one.permissions !== undefined && !permissions.has(one.operationId));
  expect(stated.map((one) => `${one.operationId}: ${one.permissions?.join(" ")}`).slice(0, 3)).toEqual([
    "createLinkedObjectDefinition: okta.apps.manage",
    "createTacAuthenticatorEnrollment: okta.users.credentials.manageTemporaryAccessCode",
    "deleteLinkedObjectDefinition: okta.apps.manage",
  ]);
  expect(permissions.has("getApplicationUserSchema")).toBe(false);
});
