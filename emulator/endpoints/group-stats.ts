import type { GroupStats } from "../org/group-object.ts";
import type { GroupRow } from "../org/group-rows.ts";
import type { Org } from "../org/org.ts";

/** The numbers of a group that `expand=stats` gives. */
export function statsOf(org: Org, group: GroupRow): GroupStats {
  return {
    usersCount: org.memberships.members[group.index]?.length ?? 0,
    appsCount: org.assignments.filter((assignment) => assignment.groups.includes(group.index)).length,
    groupPushMappingsCount: 0,
    hasAdminPrivilege: org.groupGrants.has(group.index),
  };
}
