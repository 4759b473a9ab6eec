import type { Org } from "./org.ts";
import type { RoleGrant } from "./role-rows.ts";

/** Who asks: the owner of an API token or of a device's token, or a service app. */
export interface Principal {
  /** Index of the person or of the app. */
  readonly kind: "user" | "app";
  readonly index: number;
  /** Scopes of an OAuth token; absent for API tokens, which only the role bounds. */
  readonly scopes?: ReadonlySet<string>;
}

/** The roles of a principal: its own and, for a user, those of its groups. */
export function grantsOf(org: Org, principal: Principal): readonly RoleGrant[] {
  if (principal.kind === "app") return org.appGrants.get(principal.index) ?? [];
  if (org.people[principal.index]?.status === "DEPROVISIONED") return [];
  const groups = org.memberships.groupsOf[principal.index] ?? [];
  const inherited = groups.flatMap((group) => org.groupGrants.get(group) ?? []);
  return [...(org.userGrants.get(principal.index) ?? []), ...inherited];
}

/** Whether a token has a scope: `manage` gives `read` too. */
export function hasScope(scopes: ReadonlySet<string>, scope: string): boolean {
  return scopes.has(scope) || (scope.endsWith(".read") && scopes.has(scope.replace(/[.]read$/, ".manage")));
}
