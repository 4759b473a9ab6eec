// Question: Which custom admin roles are there, what do they allow, and who holds them on which resource set?
// Area: admins
// Key: resourceSet, role

// Counts: one row for each custom role bound to a resource set
// Traps: a role bound to nothing gives nobody anything and is not here; members are users, groups and service apps

import { each, okta } from "okta";

export const title = "Custom admin roles, what they allow and their holders";

export default async function () {
  const roles = new Map((await okta.listRoles().all()).map((role) => [role.id, role]));
  const sets = await okta.listResourceSets().all();
  const bound = await each(sets, async (set) => {
    const bindings = await okta.listBindings({ resourceSetIdOrLabel: set.id }).all();
    return bindings.map((binding) => ({ set, binding }));
  });
  return each(bound.flat(), async ({ set, binding }) => {
    const permissions = await okta.listRolePermissions({ roleIdOrLabel: binding.id }).all();
    const members = await okta.listMembersOfBinding({ resourceSetIdOrLabel: set.id, roleIdOrLabel: binding.id }).all();
    const labels = permissions.map((permission) => permission.label);
    return {
      resourceSet: set.label,
      roleId: binding.id,
      role: roles.get(binding.id)?.label ?? null,
      permissions: labels,
      mayChange: labels.filter((label) => label.endsWith(".manage")).length,
      members: members.length,
    };
  });
}
