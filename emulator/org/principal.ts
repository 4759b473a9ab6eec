import type { Org } from "./org.ts";
import { grantsOfPerson } from "./person-roles.ts";
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
export function grantsOf(org: Org, { kind, index }: Principal): readonly RoleGrant[] {
  if (kind === "app") return org.appGrants.get(index) ?? [];
  const person = org.people[index];
  return person === undefined ? [] : grantsOfPerson(org, person).map(({ grant }) => grant);
}

/** Whether a token has a scope: `manage` gives `read` too. */
export function hasScope(scopes: ReadonlySet<string>, scope: string): boolean {
  return scopes.has(scope) || (scope.endsWith(".read") && scopes.has(scope.replace(/[.]read$/, ".manage")));
}
