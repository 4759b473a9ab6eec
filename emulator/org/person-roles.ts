import type { JsonObject } from "./json.ts";
import type { Org } from "./org.ts";
import type { Person } from "./person.ts";
import { roleObject, type Assignee, type RoleGrant } from "./role-rows.ts";

/** A grant as someone holds it: their own, or that of a group they are in. */
export interface HeldRole {
  readonly grant: RoleGrant;
  readonly assignee: Assignee;
}

/** The grants of a group. */
export function grantsOfGroup(org: Org, groupIndex: number): readonly HeldRole[] {
  const assignee: Assignee = { kind: "groups", id: org.groups[groupIndex]?.id ?? "", assignmentType: "GROUP" };
  return (org.groupGrants.get(groupIndex) ?? []).map((grant) => ({ grant, assignee }));
}

/** The grants of a person: the person's own, then those of the person's groups. */
export function grantsOfPerson(org: Org, person: Person): readonly HeldRole[] {
  if (person.status === "DEPROVISIONED") return [];
  const assignee: Assignee = { kind: "users", id: person.id, assignmentType: "USER" };
  const own = (org.userGrants.get(person.index) ?? []).map((grant) => ({ grant, assignee }));
  const inherited = (org.memberships.groupsOf[person.index] ?? []).flatMap((index) => grantsOfGroup(org, index));
  return [...own, ...inherited];
}

const render = (org: Org, { grant, assignee }: HeldRole): JsonObject => roleObject(org, grant, assignee);

/** The roles of a person as `listAssignedRolesForUser` gives them. */
export function rolesOfPerson(org: Org, person: Person): readonly JsonObject[] {
  return grantsOfPerson(org, person).map((held) => render(org, held));
}

/** The roles of a group as `listGroupAssignedRoles` gives them. */
export function rolesOfGroup(org: Org, groupIndex: number): readonly JsonObject[] {
  return grantsOfGroup(org, groupIndex).map((held) => render(org, held));
}

/** Indexes of all people with a role, ascending: with one of their own, and where asked through a group too. */
export function adminIndexes(org: Org, withGroups: boolean): readonly number[] {
  const found = new Set([...org.userGrants].filter(([, grants]) => grants.length > 0).map(([index]) => index));
  if (withGroups)
    for (const group of org.groupGrants.keys()) for (const one of org.memberships.members[group] ?? []) found.add(one);
  return [...found]
    .filter((index) => org.people[index]?.status !== "DEPROVISIONED")
    .toSorted((left, right) => left - right);
}
