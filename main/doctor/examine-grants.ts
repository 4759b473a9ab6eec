import type { CredentialOwner } from "../org/read-credential-owner.ts";
import { type DoctorLine, look } from "./doctor-line.ts";
import { examineRoles } from "./examine-credential.ts";
import { examineScopes } from "./examine-scopes.ts";
import { examineToken } from "./examine-token.ts";
import type { OrgVisit } from "./org-visit.ts";

/** Looks at what a credential was given: its roles, its scopes, and the age of a token. */
export async function examineGrants(visit: OrgVisit, owner: CredentialOwner): Promise<readonly DoctorLine[]> {
  return [
    await look("roles", () => examineRoles(visit)),
    await look("scopes", () => examineScopes(visit)),
    ...(visit.org.credential.kind === "token" ? [await look("token", () => examineToken(visit, owner))] : []),
  ];
}
