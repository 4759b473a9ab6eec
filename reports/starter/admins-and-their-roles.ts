// Question: Who is an admin, by which role, and did they get it directly or by a group?
// Area: admins
// Key: id, roleId, given

// Counts: one row for each role that a user holds, standard or custom
// Traps: Okta does not say whether its list of admins holds those through groups, so the members of admin groups are read too

import { each, filter, okta } from "okta";

export const title = "Admins, their roles and how they got them";

const batchesOf = (ids: readonly string[]) =>
  ids.filter((_, at) => at % 50 === 0).map((_, batch) => ids.filter((__, at) => Math.floor(at / 50) === batch));

export default async function () {
  const assignees = await okta.listUsersWithRoleAssignments().all();
  const groups = await okta.listGroups({ expand: "stats" }).all();
  const adminGroups = groups.filter((group) => group._embedded.stats.hasAdminPrivilege);
  const members = await each(adminGroups, (group) => okta.listGroupUsers({ groupId: group.id }).all());
  const ids = [...new Set([...assignees.map((one) => one.id), ...members.flat().map((one) => one.id)])];
  const users = await each(batchesOf(ids), (batch) =>
    okta.listUsers({ search: batch.map((id) => filter`id eq ${id}`).join(" or ") }).all(),
  );
  const rows = await each(users.flat(), async (user) => {
    const roles = await okta.listAssignedRolesForUser({ userId: user.id }).all();
    return roles.map((role) => ({
      id: user.id,
      login: user.profile.login,
      status: user.status,
      lastLogin: user.lastLogin,
      roleId: role.id,
      role: role.label,
      type: role.type,
      given: role.assignmentType,
      since: role.created,
    }));
  });
  return rows.flat();
}
