// Question: Which groups make their members admins?
// Area: admins
// Key: id, roleId

// Counts: one row for each role of a group, with the number of members who hold it so
// Traps: whoever may change the group's members may make admins: look at its rules and at who manages it

import { each, okta } from "okta";

export const title = "Groups that give an admin role";

export default async function () {
  const groups = await okta.listGroups({ expand: "stats" }).all();
  const adminGroups = groups.filter((group) => group._embedded.stats.hasAdminPrivilege);
  const rules = await okta.listGroupRules().all();
  const filled = rules
    .filter((rule) => rule.status === "ACTIVE")
    .flatMap((rule) => rule.actions?.assignUserToGroups?.groupIds ?? []);
  const rows = await each(adminGroups, async (group) => {
    const roles = await okta.listGroupAssignedRoles({ groupId: group.id }).all();
    return roles.map((role) => ({
      id: group.id,
      group: group.profile.name,
      givesAdminRole: group._embedded.stats.hasAdminPrivilege,
      roleId: role.id,
      role: role.label,
      type: role.type,
      members: group._embedded.stats.usersCount,
      activeRules: filled.filter((id) => id === group.id).length,
    }));
  });
  return rows.flat();
}
