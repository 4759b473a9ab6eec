import { expect, test } from "vitest";
import type { HeldRole } from "../../main/org/held-role.ts";
import { rolesAllow } from "../../main/org/role-allows.ts";
import { getOperation } from "../../registry/catalogue.ts";

function role(type: string, permissions: readonly string[] = []): HeldRole {
  const reach = { users: "all", groups: "all", apps: "all" } as const;
  return { name: type, type, permissions, reach, limit: undefined, limitedTo: [], hidden: undefined };
}

function allowed(held: HeldRole, operationIds: readonly string[]): readonly string[] {
  return operationIds.map((operationId) => `${operationId}: ${rolesAllow([held], getOperation(operationId))}`);
}

test("a custom role may read what one of its permissions is for, may not read what none of them is near to", () => {
  const held = role("CUSTOM", ["okta.users.lifecycle.manage", "okta.apps.manage", "okta.devices.read"]);
  expect(
    allowed(held, ["listUsers", "listApplications", "listDevices", "listPolicies", "listRoles", "listGroupRules"]),
  ).toEqual([
    "listUsers: unknown",
    "listApplications: yes",
    "listDevices: yes",
    "listPolicies: no",
    "listRoles: no",
    "listGroupRules: yes",
  ]);
});

test("what Okta keeps for super administrators no other standard role may read", () => {
  const reads = ["getOrgOktaSupportSettings", "listLogStreamSchemas", "getUserSchema"];
  expect([allowed(role("READ_ONLY_ADMIN"), reads), allowed(role("SUPER_ADMIN"), reads)]).toEqual([
    ["getOrgOktaSupportSettings: no", "listLogStreamSchemas: no", "getUserSchema: yes"],
    ["getOrgOktaSupportSettings: yes", "listLogStreamSchemas: yes", "getUserSchema: yes"],
  ]);
});
