import type { Setup } from "../../main/setup.ts";

/** A list of texts as HCL, one a line. They are names of Okta's, with nothing in them that HCL would take for its own. */
function list(names: readonly string[], indent: string): string {
  return `[\n${names.map((name) => `${indent}  "${name}",\n`).join("")}${indent}]`;
}

function keyBlock({ publicKey }: Setup): { readonly variable: string; readonly block: string } {
  if (publicKey !== undefined) {
    const { kty, kid, e, n } = publicKey;
    return {
      variable: "",
      block: `  jwks {
    kty = "${kty}"
    kid = "${kid}"
    e   = "${e}"
    n   = "${n}"
  }`,
    };
  }
  return {
    variable: `
variable "public_key_file" {
  description = "The public half of Attest's key, as a JWK with its kid: attest setup --key FILE makes one."
  type        = string
}

locals {
  key = jsondecode(file(var.public_key_file))
}
`,
    block: `  jwks {
    kty = local.key.kty
    kid = local.key.kid
    e   = try(local.key.e, null)
    n   = try(local.key.n, null)
    x   = try(local.key.x, null)
    y   = try(local.key.y, null)
  }`,
  };
}

function roleBlocks({ role }: Setup): string {
  if (role.kind === "standard") {
    return `# No custom role will do: no permission of one is known that lets it read
${role.because.map((operationId) => `#   ${operationId}\n`).join("")}resource "okta_app_oauth_role_assignment" "attest" {
  client_id = okta_app_oauth.attest.client_id
  type      = "${role.type}"
}
`;
  }
  const resources = role.resources.map(
    (one) => `orn:\${var.okta_partition}:${one.replace("{org}", "${data.okta_org_metadata.org.id}")}`,
  );
  return `variable "okta_partition" {
  description = "okta, or oktapreview for an org under oktapreview.com."
  type        = string
  default     = "okta"
}

resource "okta_admin_role_custom" "attest" {
  label       = "Attest"
  description = "What Attest reads"
  permissions = ${list(
    role.permissions.map(({ name }) => name),
    "  ",
  )}
}

resource "okta_resource_set" "attest" {
  label         = "Attest"
  description   = "Where Attest reads"
  resources_orn = ${list(resources, "  ")}
}

resource "okta_app_oauth_role_assignment" "attest" {
  client_id    = okta_app_oauth.attest.client_id
  type         = "CUSTOM"
  role         = okta_admin_role_custom.attest.id
  resource_set = okta_resource_set.attest.id
}
`;
}

/** The same as Terraform, for the provider okta/okta. */
export function renderTerraform(setup: Setup): string {
  const { variable, block } = keyBlock(setup);
  return `# A service app for ${setup.purpose}.
terraform {
  required_providers {
    okta = {
      source  = "okta/okta"
      version = ">= 4.18.0"
    }
  }
}
${variable}
data "okta_org_metadata" "org" {}

resource "okta_app_oauth" "attest" {
  label                      = "Attest"
  type                       = "service"
  grant_types                = ["client_credentials"]
  response_types             = ["token"]
  token_endpoint_auth_method = "private_key_jwt"

${block}
}

resource "okta_app_oauth_api_scope" "attest" {
  app_id = okta_app_oauth.attest.id
  issuer = data.okta_org_metadata.org.organization
  scopes = ${list(
    setup.scopes.map(({ name }) => name),
    "  ",
  )}
}

${roleBlocks(setup)}
output "okta_client_id" {
  value = okta_app_oauth.attest.client_id
}`;
}
