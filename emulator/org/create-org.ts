import { createAppRows } from "./app-rows.ts";
import { createAssignments } from "./assignments.ts";
import { createPerson } from "./create-people.ts";
import { createGroupRows } from "./group-rows.ts";
import { createGroupRules } from "./group-rules.ts";
import { createMemberships } from "./memberships.ts";
import { createNamePools } from "./name-pools.ts";
import type { Org } from "./org.ts";
import type { Person } from "./person.ts";
import { createGroupGrants, createUserGrants } from "./role-rows.ts";
import { createUserTypes } from "./user-types.ts";

/** What an org is made from: the same values give the same org, byte for byte. */
export interface OrgPlan {
  readonly seed: number;
  readonly users: number;
  /** Start time in ms. */
  readonly now: number;
  readonly origin: string;
  readonly adminOrigin: string;
}

/** Keys by which `getUser` finds people: ids, logins, and the part before `@` where it is one person's alone. */
function indexPeople(people: readonly Person[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const shared = new Set<string>();
  for (const person of people) {
    found.set(person.id, person.index);
    found.set(person.login.toLowerCase(), person.index);
    const short = person.login.split("@")[0]?.toLowerCase() ?? "";
    if (found.has(short)) shared.add(short);
    found.set(short, person.index);
  }
  for (const short of shared) found.delete(short);
  return found;
}

/** Makes the org. 200,000 users take some seconds. */
export function createOrg({ seed, users, now, origin, adminOrigin }: OrgPlan): Org {
  const pools = createNamePools(seed);
  const people = Array.from({ length: users }, (_, index) => createPerson(seed, index, pools, now));
  const groups = createGroupRows(seed, users, now);
  const apps = createAppRows(seed, now);
  const memberships = createMemberships(seed, groups, people);
  return {
    seed,
    now,
    origin,
    adminOrigin,
    pools,
    people,
    groups,
    apps,
    memberships,
    assignments: createAssignments(seed, apps, groups, people, memberships),
    groupRules: createGroupRules(seed, now, groups),
    userTypes: createUserTypes(seed, origin, now),
    userGrants: createUserGrants(seed, users),
    groupGrants: createGroupGrants(groups),
    personIndex: indexPeople(people),
    groupIndex: new Map(groups.map((group) => [group.id, group.index])),
    appIndex: new Map(apps.map((app) => [app.id, app.index])),
  };
}
