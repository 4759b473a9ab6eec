// Question: Which groups have no members, and does anything still lean on them?
// Area: groups
// Key: id

// Counts: groups without a single member, whatever its status, except Okta's built-in ones
// Traps: an empty group may still give apps or roles to whoever comes; an app's own group is empty because its directory says so

import { okta } from "okta";

export const title = "Groups without members";

export default async function () {
  const groups = await okta.listGroups({ expand: "stats" }).all();
  const rules = await okta.listGroupRules().all();
  const filled = rules
    .filter((rule) => rule.status === "ACTIVE")
    .flatMap((rule) => rule.actions?.assignUserToGroups?.groupIds ?? []);
  return groups
    .filter((group) => group.type !== "BUILT_IN" && group._embedded.stats.usersCount === 0)
    .map((group) => ({
      id: group.id,
      name: group.profile.name,
      type: group.type,
      users: group._embedded.stats.usersCount,
      apps: group._embedded.stats.appsCount,
      givesAdminRole: group._embedded.stats.hasAdminPrivilege,
      activeRules: filled.filter((id) => id === group.id).length,
      lastMembershipUpdated: group.lastMembershipUpdated,
    }));
}
