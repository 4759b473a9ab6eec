import { dateText, dayMs } from "./clock-text.ts";
import { customRoleId } from "./custom-roles.ts";
import type { JsonObject } from "./json.ts";
import type { Org } from "./org.ts";

/** The org's custom roles as `listRoles` gives them: their links lead to the admin host. */
export function customRoleObjects(org: Org): readonly JsonObject[] {
  return org.customRoles.map(({ label, description }, index) => {
    const id = customRoleId(org.seed, index);
    const created = dateText(org.now - (700 - index) * dayMs);
    const self = `${org.adminOrigin}/api/v1/iam/roles/${id}`;
    return {
      id,
      label,
      isCloneable: true,
      description,
      created,
      lastUpdated: created,
      _links: { permissions: { href: `${self}/permissions` }, self: { href: self } },
    };
  });
}
