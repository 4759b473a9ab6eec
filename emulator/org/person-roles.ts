import type { JsonObject } from "./json.ts";
import type { Org } from "./org.ts";
import type { Person } from "./person.ts";
import { roleObject } from "./role-rows.ts";

/** The roles of a person as `listAssignedRolesForUser` gives them: the person's own, then those of the person's groups. */
export function rolesOfPerson(org: Org, person: Person): readonly JsonObject[] {
  const own = (org.userGrants.get(person.index) ?? []).map((grant) =>
    roleObject(org, grant, { kind: "users", id: person.id, assignmentType: "USER" }),
  );
  const inherited = (org.memberships.groupsOf[person.index] ?? []).flatMap((index) =>
    (org.groupGrants.get(index) ?? []).map((grant) =>
      roleObject(org, grant, { kind: "groups", id: org.groups[index]?.id ?? "", assignmentType: "GROUP" }),
    ),
  );
  return person.status === "DEPROVISIONED" ? [] : [...own, ...inherited];
}

/** The roles of a group as `listGroupAssignedRoles` gives them. */
export function rolesOfGroup(org: Org, groupIndex: number): readonly JsonObject[] {
  const id = org.groups[groupIndex]?.id ?? "";
  return (org.groupGrants.get(groupIndex) ?? []).map((grant) =>
    roleObject(org, grant, { kind: "groups", id, assignmentType: "GROUP" }),
  );
}

/** Indexes of all people with a role, ascending: with one of their own, and where asked through a group too. */
export function adminIndexes(org: Org, withGroups: boolean): readonly number[] {
  const found = new Set(org.userGrants.keys());
  if (withGroups)
    for (const group of org.groupGrants.keys()) for (const one of org.memberships.members[group] ?? []) found.add(one);
  return [...found]
    .filter((index) => org.people[index]?.status !== "DEPROVISIONED")
    .toSorted((left, right) => left - right);
}
