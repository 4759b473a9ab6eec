import { nameOf } from "../org/org-credential.ts";
import { type CredentialOwner, readAppOwner, readCredentialOwner } from "../org/read-credential-owner.ts";
import { readRoles } from "../org/read-roles.ts";
import type { HeldRole } from "../org/held-role.ts";
import { mayChange } from "../org/standard-roles.ts";
import type { Examined } from "./doctor-line.ts";
import type { OrgVisit } from "./org-visit.ts";

/** Reads whose credential it is. Throws what the org answered. */
export function readOwner({ org, client, signal }: OrgVisit): Promise<CredentialOwner> {
  return org.credential.kind === "service-app"
    ? readAppOwner(client, org.credential.app.clientId, signal)
    : readCredentialOwner(client, signal);
}

/** Says which credential is in use, without telling it. */
export function examineCredential({ org }: OrgVisit, owner: CredentialOwner): Examined {
  return { state: "good", found: `${nameOf(org.credential, owner.login)}.` };
}

function roleInWords({ name, limit, hidden, reach }: HeldRole): string {
  const unknown = Object.values(reach).includes("unknown") ? ", whose limits are not known" : "";
  return `${name}${limit === undefined ? "" : `, limited to ${limit}`}${hidden === undefined ? "" : `, which hides ${hidden}`}${unknown}`;
}

function helpFor(roles: readonly HeldRole[]): readonly string[] {
  const isWhole = roles.some(({ reach, hidden }) => Object.values(reach).every((one) => one === "all") && !hidden);
  return [
    ...(roles.some(mayChange)
      ? ["Attest only reads: a read-only administrator's role limits what a leak could do."]
      : []),
    ...(isWhole
      ? []
      : ["What these roles leave out is not in the answers, which then say so; a role without limits sees all."]),
  ];
}

/** Reads the roles of the credential, and what limits them. */
export async function examineRoles({ org, client, signal }: OrgVisit): Promise<Examined> {
  const read = await readRoles(client, org.credential, signal);
  if (read.kind === "unread") {
    return {
      state: "poor",
      found: `They cannot be read: ${read.why}`,
      help: "A role that is limited to some users or groups shortens answers without a word. Let it read roles (okta.roles.read).",
    };
  }
  if (read.roles.length === 0) {
    return {
      state: "poor",
      found: "It has no admin role, so it sees next to nothing of the org.",
      help: "Give it the read-only administrator's role, or the custom role that attest setup prints.",
    };
  }
  const change = read.roles.some(mayChange) ? ": it can do more than read" : "";
  const found = `${read.roles.map(roleInWords).join("; ")}${change}.`;
  const help = helpFor(read.roles);
  return help.length === 0 ? { state: "good", found } : { state: "poor", found, help: help.join(" ") };
}
