import type { Operation } from "../../registry/operation.ts";
import type { HeldRole } from "./held-role.ts";
import { kindsOf } from "./role-warnings.ts";

/** Whether a role lets its holder send an operation; `unknown` where Okta does not state it. */
export type Allowance = "yes" | "no" | "unknown";

/** Roles that see the whole org, settings and log included. */
const seeingAll: ReadonlySet<string> = new Set(["SUPER_ADMIN", "ORG_ADMIN", "READ_ONLY_ADMIN"]);

/** Whether a permission gives another: to manage something is to read it too. */
function gives(held: string, wanted: string): boolean {
  return held === wanted || (wanted.endsWith(".read") && held === wanted.replace(/[.]read$/, ".manage"));
}

/** Where Okta states nothing: who is shown some of a kind of things may read them. */
function byReach({ reach }: HeldRole, operation: Operation): Allowance {
  const kinds = kindsOf([operation.operationId]);
  return kinds.length > 0 && kinds.every((kind) => reach[kind] === "all" || reach[kind] === "some") ? "yes" : "unknown";
}

function customAllows(role: HeldRole, operation: Operation): Allowance {
  const { permissions } = role;
  if (operation.permissions === undefined || permissions.length === 0) return byReach(role, operation);
  return operation.permissions.some((wanted) => permissions.some((held) => gives(held, wanted))) ? "yes" : "no";
}

function standardAllows(role: HeldRole, operation: Operation): Allowance {
  if (seeingAll.has(role.type)) return "yes";
  if (operation.adminRoles !== undefined) return operation.adminRoles.includes(role.type) ? "yes" : "no";
  return byReach(role, operation);
}

/** Whether any of the roles lets its holder send an operation at all; how much it then shows is another matter. */
export function rolesAllow(roles: readonly HeldRole[], operation: Operation): Allowance {
  const each = roles.map((role) =>
    role.type === "CUSTOM" ? customAllows(role, operation) : standardAllows(role, operation),
  );
  if (each.includes("yes")) return "yes";
  return each.includes("unknown") ? "unknown" : "no";
}
