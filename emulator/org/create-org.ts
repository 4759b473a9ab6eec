import type { AdminRole } from "./admin-role.ts";
import { createAppRows, type AddedApp } from "./app-rows.ts";
import { createAssignments } from "./assignments.ts";
import { createPerson } from "./create-person.ts";
import { createCustomRoles } from "./custom-roles.ts";
import { createGroupRows } from "./group-rows.ts";
import { createGroupRules } from "./group-rules.ts";
import { createMemberships, type Memberships } from "./memberships.ts";
import { createNamePools } from "./name-pools.ts";
import { letters } from "./object-id.ts";
import type { OrgState, TakenToken } from "./org.ts";
import type { Person } from "./person.ts";
import { resolveRole } from "./resolve-role.ts";
import { createGroupGrants, createUserGrants, type RoleGrant } from "./role-rows.ts";
import { createUserTypes } from "./user-types.ts";

/** What an org is made from: the same values give the same org, byte for byte. */
export interface OrgPlan {
  readonly seed: number;
  readonly users: number;
  /** Start time in ms. */
  readonly now: number;
  readonly origin: string;
  readonly adminOrigin: string;
  /** Role of the first token's owner; a super administrator without it. */
  readonly tokenRole?: AdminRole | undefined;
  /** Days since the first token was made. */
  readonly tokenAgeDays?: number;
  /** Roles of further tokens, each with an owner of its own. */
  readonly tokenRoles: readonly AdminRole[];
  /** OAuth clients beside the org's usual apps. */
  readonly addedApps: readonly AddedApp[];
}

/** The part of a login before `@`, by which `getUser` finds people too. */
function shortLogin(person: Person): string {
  return person.login.split("@")[0]?.toLowerCase() ?? "";
}

/** Keys by which `getUser` finds people: ids, logins, and the part before `@` where it is one person's alone. */
function indexPeople(people: readonly Person[]): Map<string, number> {
  const found = new Map<string, number>();
  const shared = new Set<string>();
  for (const person of people) {
    found.set(person.id, person.index);
    found.set(person.login.toLowerCase(), person.index);
    const short = shortLogin(person);
    if (found.has(short)) shared.add(short);
    found.set(short, person.index);
  }
  for (const short of shared) found.delete(short);
  return found;
}

/** Active people without any role, from the first on: owners of further tokens, who then have that token's role alone. */
function pickOwners(
  people: readonly Person[],
  memberships: Memberships,
  held: { readonly users: ReadonlyMap<number, unknown>; readonly groups: ReadonlyMap<number, unknown> },
  count: number,
): readonly number[] {
  const owners: number[] = [];
  for (const person of people) {
    if (owners.length === count) break;
    const inherits = memberships.groupsOf[person.index]?.some((group) => held.groups.has(group)) === true;
    if (person.index > 2 && person.status === "ACTIVE" && !held.users.has(person.index) && !inherits)
      owners.push(person.index);
  }
  return owners;
}

/** Numbers of the grants that the org was started with, apart from those of its usual admins. */
const firstAddedGrant = 200_000;

/** Makes the org. 200,000 users take some seconds. Throws `emulator/bad-option` for a role over a group or an app that it has not. */
export function createOrg(plan: OrgPlan): OrgState {
  const { seed, users, now, origin, adminOrigin, tokenRole, tokenRoles, tokenAgeDays = 12, addedApps } = plan;
  const pools = createNamePools(seed);
  const people = Array.from({ length: users }, (_, index) => createPerson(seed, index, pools, now));
  const groups = createGroupRows(seed, users, now);
  const apps = createAppRows(seed, now, addedApps);
  const memberships = createMemberships(seed, groups, people);
  const customRoles = [...createCustomRoles([])];
  const places = { groups, apps, customRoles };
  const userGrants = new Map(createUserGrants(seed, users));
  const groupGrants = createGroupGrants(groups);
  let added = firstAddedGrant;
  const grant = (role: AdminRole): readonly RoleGrant[] => [resolveRole(role, (added += 1), places)];
  if (tokenRole !== undefined) userGrants.set(0, grant(tokenRole));
  const owners = pickOwners(people, memberships, { users: userGrants, groups: groupGrants }, tokenRoles.length);
  const tokens: TakenToken[] = [{ text: `00${letters(seed, "token", 0, 40)}`, person: 0, ageDays: tokenAgeDays }];
  for (const [at, person] of owners.entries()) {
    const role = tokenRoles[at];
    if (role !== undefined) userGrants.set(person, grant(role));
    tokens.push({ text: `00${letters(seed, "token", at + 1, 40)}`, person, ageDays: 200 });
  }
  const appGrants = new Map(
    apps.flatMap((app) => (app.role === undefined ? [] : [[app.index, grant(app.role)] as const])),
  );
  return {
    seed,
    now,
    origin,
    adminOrigin,
    pools,
    people,
    groups: [...groups],
    apps,
    memberships: { members: [...memberships.members], groupsOf: [...memberships.groupsOf] },
    assignments: [...createAssignments(seed, apps, groups, people, memberships)],
    groupRules: createGroupRules(seed, now, groups),
    userTypes: createUserTypes(seed, origin, now),
    customRoles,
    userGrants,
    groupGrants,
    appGrants,
    tokens,
    personIndex: indexPeople(people),
    groupIndex: new Map(groups.map((group) => [group.id, group.index])),
    appIndex: new Map(apps.map((app) => [app.id, app.index])),
    version: 0,
  };
}
