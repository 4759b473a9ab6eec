import type { Setup } from "../../main/setup.ts";

const kinds: Readonly<Record<string, string>> = {
  "directory:{org}:users": "all users",
  "directory:{org}:groups": "all groups",
  "directory:{org}:devices": "all devices",
  "idp:{org}:apps": "all apps",
  "idp:{org}:authorization_servers": "all authorization servers",
  "idp:{org}:customizations": "all customizations",
  "iam:{org}:contained_resources": "identity and access management",
};

function grantLines(grants: Setup["scopes"]): readonly string[] {
  const width = Math.max(...grants.map(({ name }) => name.length));
  return grants.map(({ name, neededBy }) => `     ${name.padEnd(width)}  ${neededBy.join(", ")}`);
}

function roleLines({ role }: Setup): readonly string[] {
  if (role.kind === "standard") {
    return [
      "4. There, under Admin roles > Edit assignments, assign the role Read-only Administrator.",
      `   No custom role will do: no permission of one is known that lets it read ${role.because.join(", ")}.`,
    ];
  }
  return [
    "4. Under Security > Administrators > Roles, create the role Attest with these permissions:",
    ...grantLines(role.permissions),
    `   Under Resources, create the resource set Attest with ${role.resources.map((one) => kinds[one] ?? one).join(", ")}.`,
    "   In the app, under Admin roles > Edit assignments, assign the role Attest with the resource set Attest.",
  ];
}

function keyLines({ publicKey }: Setup, keyFile: string | undefined): readonly string[] {
  if (publicKey === undefined || keyFile === undefined) {
    return [
      "2. There, under General > Client Credentials, choose Public key / Private key, then Add key > Generate new key.",
      "   Copy the private key (PEM) into a file that only you can read (chmod 600).",
    ];
  }
  return [
    "2. There, under General > Client Credentials, choose Public key / Private key, then Add key, and paste this:",
    `     ${JSON.stringify(publicKey)}`,
    `   The private key is in ${keyFile}, for you alone; nobody else has it.`,
  ];
}

/** What a super administrator does in the admin console, as numbered steps. */
export function renderSetupSteps(setup: Setup, keyFile: string | undefined): string {
  return [
    `A service app for ${setup.purpose}. A super administrator does this once.`,
    "",
    "1. In the admin console, under Applications > Create App Integration, choose API Services. Name it Attest.",
    "   Require Demonstrating Proof of Possession (DPoP) may stay on.",
    ...keyLines(setup, keyFile),
    "3. There, under Okta API Scopes, grant:",
    ...grantLines(setup.scopes),
    ...roleLines(setup),
    "5. Set OKTA_DOMAIN, OKTA_CLIENT_ID (the app's client id) and OKTA_PRIVATE_KEY_FILE" +
      `${setup.publicKey === undefined ? "" : `, OKTA_KEY_ID=${setup.publicKey.kid}`}; then run attest doctor --reports.`,
  ].join("\n");
}
