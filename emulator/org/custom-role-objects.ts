import { dateText, dayMs } from "./clock-text.ts";
import { customRoleId } from "./custom-roles.ts";
import type { JsonObject } from "./json.ts";
import type { Org } from "./org.ts";

/** Links of custom roles lead to the admin host. */
function selfOf(org: Org, index: number): string {
  return `${org.adminOrigin}/api/v1/iam/roles/${customRoleId(org.seed, index)}`;
}

function datesOf({ now }: Org, index: number): JsonObject {
  const created = dateText(now - (700 - index) * dayMs);
  return { created, lastUpdated: created };
}

/** The org's custom roles as `listRoles` gives them. */
export function customRoleObjects(org: Org): readonly JsonObject[] {
  return org.customRoles.map(({ label, description }, index) => {
    const self = selfOf(org, index);
    return {
      id: customRoleId(org.seed, index),
      label,
      isCloneable: true,
      description,
      ...datesOf(org, index),
      _links: { permissions: { href: `${self}/permissions` }, self: { href: self } },
    };
  });
}

/** What a condition of a permission leaves out, in Okta's words. */
function conditionsOf(permission: string, hides: readonly string[]): JsonObject | null {
  if (hides.length === 0 || !/^okta[.]users[.](read|manage)$/.test(permission)) return null;
  return { exclude: { "okta:ResourceAttribute/User/Profile": hides } };
}

/** The permissions of the custom role at this index, as `listRolePermissions` gives them. */
export function permissionObjects(org: Org, index: number): readonly JsonObject[] {
  const role = selfOf(org, index);
  const { permissions = [], hides = [] } = org.customRoles[index] ?? {};
  return permissions.map((label) => ({
    label,
    ...datesOf(org, index),
    conditions: conditionsOf(label, hides),
    _links: { role: { href: role }, self: { href: `${role}/permissions/${label}` } },
  }));
}
