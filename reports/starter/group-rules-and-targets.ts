// Question: Which group rules are there, what do they fill, and which are broken?
// Area: groups
// Key: id

// Counts: all group rules, with the groups they fill by name and the number of targets that are no group any more
// Traps: an INACTIVE or INVALID rule fills nothing, and leaves those in the group whom it put there

import { okta } from "okta";

export const title = "Group rules and the groups they fill";

export default async function () {
  const rules = await okta.listGroupRules().all();
  const groups = new Map((await okta.listGroups().all()).map((group) => [group.id, group.profile.name]));
  return rules.map((rule) => {
    const targets = rule.actions?.assignUserToGroups?.groupIds ?? [];
    return {
      id: rule.id,
      rule: rule.name,
      status: rule.status,
      expression: rule.conditions?.expression?.value ?? null,
      groups: targets.map((id) => groups.get(id) ?? id),
      missingGroups: targets.filter((id) => !groups.has(id)).length,
      lastUpdated: rule.lastUpdated ?? null,
    };
  });
}
