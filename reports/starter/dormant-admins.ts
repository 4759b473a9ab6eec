// Question: Which admins have not signed in for 30 days?
// Area: admins
// Key: id

// Counts: everybody with an admin role, also through a group, whose last sign-in lies before the time asked for
// Traps: lastLogin is a sign-in to Okta, not to the admin console; deactivated admins hold no role any more

import { daysAgo, each, filter, isBefore, okta } from "okta";

export const title = "Admins without a sign-in for some time";
export const params = { days: 30 };

const batchesOf = (ids: readonly string[]) =>
  ids.filter((_, at) => at % 50 === 0).map((_, batch) => ids.filter((__, at) => Math.floor(at / 50) === batch));

export default async function ({ days }: typeof params) {
  const limit = daysAgo(days);
  const assignees = await okta.listUsersWithRoleAssignments().all();
  const groups = await okta.listGroups({ expand: "stats" }).all();
  const adminGroups = groups.filter((group) => group._embedded.stats.hasAdminPrivilege);
  const members = await each(adminGroups, (group) => okta.listGroupUsers({ groupId: group.id }).all());
  const ids = [...new Set([...assignees.map((one) => one.id), ...members.flat().map((one) => one.id)])];
  const users = await each(batchesOf(ids), (batch) =>
    okta.listUsers({ search: batch.map((id) => filter`id eq ${id}`).join(" or ") }).all(),
  );
  const dormant = users.flat().filter((user) => user.status !== "DEPROVISIONED" && isBefore(user.lastLogin, limit));
  return each(dormant, async (user) => {
    const roles = await okta.listAssignedRolesForUser({ userId: user.id }).all();
    return {
      id: user.id,
      login: user.profile.login,
      status: user.status,
      lastLogin: user.lastLogin,
      roles: roles.map((role) => role.label),
    };
  });
}
