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

/** Whether two permissions are about the same kind of things, `okta.users.` something. */
function isNear(held: string, wanted: string): boolean {
  return held.startsWith(wanted.slice(0, wanted.lastIndexOf(".") + 1));
}

function customAllows(role: HeldRole, operation: Operation): Allowance {
  const { permissions } = role;
  const { permissions: wanted } = operation;
  if (wanted === undefined || permissions.length === 0) return byReach(role, operation);
  if (wanted.some((one) => permissions.some((held) => gives(held, one)))) return "yes";
  // Some permissions bring others along, and Okta does not say of each which.
  return wanted.some((one) => permissions.some((held) => isNear(held, one))) ? "unknown" : "no";
}

/** Whether Okta states that super administrators alone may send it. */
export function isForSuperAdmins({ adminRoles }: Operation): boolean {
  return adminRoles?.length === 1 && adminRoles[0] === "SUPER_ADMIN";
}

function standardAllows(role: HeldRole, operation: Operation): Allowance {
  if (isForSuperAdmins(operation)) return role.type === "SUPER_ADMIN" ? "yes" : "no";
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
