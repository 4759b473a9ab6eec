import type { Admits, GroupRow } from "./group-rows.ts";
import type { Person } from "./person.ts";
import { hashOf } from "./random.ts";
import { isAdminGroup } from "./role-rows.ts";

/** Who is in which group, both ways, by index. */
export interface Memberships {
  /** For each group the indexes of its members, ascending. */
  readonly members: readonly (readonly number[])[];
  /** For each person the indexes of the groups, ascending. */
  readonly groupsOf: readonly (readonly number[])[];
}

function admits(seed: number, group: GroupRow, rule: Exclude<Admits, { kind: "range" | "nobody" }>, person: Person) {
  const chance = (probability: number): boolean =>
    probability >= 1 || hashOf(seed, "member", group.index, person.index) < probability;
  switch (rule.kind) {
    case "everyone":
      return true;
    case "department":
      return person.departmentIndex === rule.departmentIndex && chance(rule.chance);
    case "userType":
      return chance(person.userType === rule.userType ? rule.chance : rule.others);
    case "provider":
      return person.provider === rule.provider;
    case "chance":
      return chance(rule.chance);
  }
}

function membersOf(seed: number, group: GroupRow, people: readonly Person[]): readonly number[] {
  const rule = group.admits;
  if (rule.kind === "nobody") return [];
  if (rule.kind === "range") {
    const picked = new Set(
      Array.from({ length: rule.count }, (_, at) => (rule.from + at * rule.step) % Math.max(1, people.length)),
    );
    return [...picked].filter((index) => index < people.length).toSorted((left, right) => left - right);
  }
  const members: number[] = [];
  for (const person of people) if (admits(seed, group, rule, person)) members.push(person.index);
  return members;
}

/**
 * Whom a group keeps. Deactivated users stay in their groups, as they do in Okta; but a group with a role has none, so that "users
 * with an admin role" has one reading. Person 0 owns the first token: its role is its own alone.
 */
const keeps = (group: GroupRow, person: Person | undefined): boolean =>
  !isAdminGroup(group.name) || (person !== undefined && person.index !== 0 && person.status !== "DEPROVISIONED");

/** Works out every membership. */
export function createMemberships(seed: number, groups: readonly GroupRow[], people: readonly Person[]): Memberships {
  const groupsOf: number[][] = people.map(() => []);
  const members = groups.map((group) => {
    const indexes = membersOf(seed, group, people).filter((index) => keeps(group, people[index]));
    for (const index of indexes) groupsOf[index]?.push(group.index);
    return indexes;
  });
  return { members, groupsOf };
}
