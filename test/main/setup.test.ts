import { createPublicKey } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderSetupSteps } from "../../cli/render/render-setup.ts";
import { renderTerraform } from "../../cli/render/render-terraform.ts";
import { openHouse, type House } from "../../main/house.ts";
import { setup } from "../../main/setup.ts";
import { planSetup } from "../../main/setup/plan-setup.ts";
import { getOperation } from "../../registry/catalogue.ts";
import type { Operation } from "../../registry/operation.ts";

let folder: string;
let house: House;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "attest-setup-"));
  house = openHouse({ ATTEST_HOME: join(folder, "data"), ATTEST_KEYS: join(folder, "keys") }, folder);
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a report's needs are the scopes of its operations, of roles and of schemas, as steps for an administrator", async () => {
  const planned = await setup(house, { operationIds: [], reports: ["admin-changes"] });
  expect(renderSetupSteps(planned, undefined)).toBe(
    `A service app for the report admin-changes. A super administrator does this once.

1. In the admin console, under Applications > Create App Integration, choose API Services. Name it Attest.
   Require Demonstrating Proof of Possession (DPoP) may stay on.
2. There, under General > Client Credentials, choose Public key / Private key, then Add key > Generate new key.
   Copy the private key (PEM) into a file that only you can read (chmod 600).
3. There, under Okta API Scopes, grant:
     okta.logs.read     listLogEvents
     okta.roles.read    listRolesForClient, listGroupTargetRoleForClient, listAppTargetRoleToClient, listRolePermissions, listResourceSetResources
     okta.schemas.read  getUserSchema, getGroupSchema
4. There, under Admin roles > Edit assignments, assign the role Read-only Administrator.
   No custom role will do: no permission of one is known that lets it read listLogEvents.
5. Set OKTA_DOMAIN, OKTA_CLIENT_ID (the app's client id) and OKTA_PRIVATE_KEY_FILE; then run attest doctor --reports.`,
  );
});

test("the same is printed as Terraform, with the public half of a key that is made", async () => {
  const keyFile = join(folder, "attest-key.pem");
  const planned = await setup(house, { operationIds: ["listLogEvents"], reports: [], keyFile });
  const { n = "", kid = "" } = planned.publicKey ?? {};
  expect(renderTerraform(planned)).toBe(
    `# A service app for listLogEvents.
terraform {
  required_providers {
    okta = {
      source  = "okta/okta"
      version = ">= 4.18.0"
    }
  }
}

data "okta_org_metadata" "org" {}

resource "okta_app_oauth" "attest" {
  label                      = "Attest"
  type                       = "service"
  grant_types                = ["client_credentials"]
  response_types             = ["token"]
  token_endpoint_auth_method = "private_key_jwt"

  jwks {
    kty = "RSA"
    kid = "${kid}"
    e   = "AQAB"
    n   = "${n}"
  }
}

resource "okta_app_oauth_api_scope" "attest" {
  app_id = okta_app_oauth.attest.id
  issuer = data.okta_org_metadata.org.organization
  scopes = [
    "okta.logs.read",
    "okta.roles.read",
    "okta.schemas.read",
  ]
}

# No custom role will do: no permission of one is known that lets it read
#   listLogEvents
resource "okta_app_oauth_role_assignment" "attest" {
  client_id = okta_app_oauth.attest.client_id
  type      = "READ_ONLY_ADMIN"
}

output "okta_client_id" {
  value = okta_app_oauth.attest.client_id
}`,
  );
  const fromFile = createPublicKey(readFileSync(keyFile, "utf8")).export({ format: "jwk" });
  expect({ ...fromFile, mode: statSync(keyFile).mode & 0o777 }).toEqual({ kty: "RSA", e: "AQAB", n, mode: 0o600 });
  await expect(setup(house, { operationIds: ["listLogEvents"], reports: [], keyFile })).rejects.toThrow(
    `There is a file ${keyFile} already.`,
  );
});

/** An operation as the catalogue has it once Okta states which permission lets a custom role read it. */
function permitted(operationId: string, ...permissions: readonly string[]): Operation {
  return { ...getOperation(operationId), permissions };
}

const ofCustomRole = planSetup(
  [
    permitted("listUsers", "okta.users.manage", "okta.users.read"),
    permitted("listGroupUsers", "okta.users.read"),
    permitted("listGroups", "okta.groups.read"),
  ],
  [permitted("listRolesForClient", "okta.iam.read"), getOperation("getUserSchema")],
);

test("where each operation has a permission of its own, a custom role with a resource set is enough", () => {
  expect(ofCustomRole).toEqual({
    operations: ["listGroupUsers", "listGroups", "listUsers"],
    scopes: [
      { name: "okta.groups.read", neededBy: ["listGroupUsers", "listGroups"] },
      { name: "okta.roles.read", neededBy: ["listRolesForClient"] },
      { name: "okta.schemas.read", neededBy: ["getUserSchema"] },
      { name: "okta.users.read", neededBy: ["listUsers"] },
    ],
    role: {
      kind: "custom",
      permissions: [
        { name: "okta.groups.read", neededBy: ["listGroups"] },
        { name: "okta.iam.read", neededBy: ["listRolesForClient"] },
        { name: "okta.users.read", neededBy: ["listGroupUsers", "listUsers"] },
      ],
      resources: ["directory:{org}:groups", "iam:{org}:contained_resources", "directory:{org}:users"],
    },
  });
});

test("a custom role is told as steps and as Terraform, with its resource set", () => {
  const planned = { ...ofCustomRole, purpose: "a test", publicKey: undefined };
  const text = renderTerraform(planned);
  expect(renderSetupSteps(planned, undefined).split("\n").slice(-8, -1)).toEqual([
    "     okta.users.read    listUsers",
    "4. Under Security > Administrators > Roles, create the role Attest with these permissions:",
    "     okta.groups.read  listGroups",
    "     okta.iam.read     listRolesForClient",
    "     okta.users.read   listGroupUsers, listUsers",
    "   Under Resources, create the resource set Attest with all groups, identity and access management, all users.",
    "   In the app, under Admin roles > Edit assignments, assign the role Attest with the resource set Attest.",
  ]);
  expect(text.slice(text.indexOf('variable "okta_partition"'), text.indexOf("output"))).toBe(
    `variable "okta_partition" {
  description = "okta, or oktapreview for an org under oktapreview.com."
  type        = string
  default     = "okta"
}

resource "okta_admin_role_custom" "attest" {
  label       = "Attest"
  description = "What Attest reads"
  permissions = [
    "okta.groups.read",
    "okta.iam.read",
    "okta.users.read",
  ]
}

resource "okta_resource_set" "attest" {
  label         = "Attest"
  description   = "Where Attest reads"
  resources_orn = [
    "orn:\${var.okta_partition}:directory:\${data.okta_org_metadata.org.id}:groups",
    "orn:\${var.okta_partition}:iam:\${data.okta_org_metadata.org.id}:contained_resources",
    "orn:\${var.okta_partition}:directory:\${data.okta_org_metadata.org.id}:users",
  ]
}

resource "okta_app_oauth_role_assignment" "attest" {
  client_id    = okta_app_oauth.attest.client_id
  type         = "CUSTOM"
  role         = okta_admin_role_custom.attest.id
  resource_set = okta_resource_set.attest.id
}

`,
  );
});

test.each([
  [{ operationIds: ["deleteUser"], reports: [] }, "deleteUser changes something in the org."],
  [{ operationIds: ["listUser"], reports: [] }, "Okta's API has no operation listUser."],
  [{ operationIds: [], reports: ["no-such"] }, "There is no report no-such."],
])("what cannot be set up is refused (%o)", async (choice, found) => {
  await expect(setup(house, choice)).rejects.toThrow(found);
});
