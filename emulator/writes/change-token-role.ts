import type { AdminRole } from "../org/admin-role.ts";
import type { OrgState } from "../org/org.ts";
import { resolveRole } from "../org/resolve-role.ts";

/** Gives the owner of the org's first token this role instead of those it has. Throws `emulator/bad-option` as createOrg does. */
export function changeTokenRole(org: OrgState, role: AdminRole | "none"): void {
  const index = 300_000 + org.version;
  org.userGrants.set(0, role === "none" ? [] : [resolveRole(role, index, org)]);
  org.version += 1;
}
