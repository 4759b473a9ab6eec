// Question: Which groups have members but give them nothing: no app, no admin role, no push, no place in a rule?
// Area: groups
// Key: id

// Counts: Okta groups with members, without apps, pushes or admin roles, whose id or name stands in no rule's expression
// Traps: a policy may still name the group, and so may an app's own group mapping: look before deleting

import { okta } from "okta";

export const title = "Groups with members that give nothing";

export default async function () {
  const groups = await okta.listGroups({ expand: "stats" }).all();
  const rules = await okta.listGroupRules().all();
  const expressions = rules.map((rule) => rule.conditions?.expression?.value ?? "");
  return groups
    .filter((group) => group.type === "OKTA_GROUP" && group._embedded.stats.usersCount > 0)
    .map((group) => ({
      id: group.id,
      name: group.profile.name,
      type: group.type,
      users: group._embedded.stats.usersCount,
      apps: group._embedded.stats.appsCount,
      pushes: group._embedded.stats.groupPushMappingsCount,
      givesAdminRole: group._embedded.stats.hasAdminPrivilege,
      rulesNamingIt: expressions.filter((text) => text.includes(group.id) || text.includes(`"${group.profile.name}"`))
        .length,
      lastMembershipUpdated: group.lastMembershipUpdated,
    }))
    .filter((row) => row.apps === 0 && row.pushes === 0 && !row.givesAdminRole && row.rulesNamingIt === 0);
}
