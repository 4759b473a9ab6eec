import type { StandardRoleType } from "./admin-role.ts";
import type { CustomRole } from "./custom-roles.ts";
import type { Org } from "./org.ts";
import { grantsOf, type Principal } from "./principal.ts";
import type { RoleGrant } from "./role-rows.ts";

/** What of one kind of things is in reach, by index. */
export type Reach = "all" | ReadonlySet<number>;

/** What a principal's roles let it see and change. Rows out of sight are left out of lists without a word, as Okta leaves them out. */
export interface Sight {
  /** Whether there is any role at all. */
  readonly isAdmin: boolean;
  readonly users: Reach;
  readonly groups: Reach;
  readonly apps: Reach;
  /** Profile attributes that every role with users in reach hides. */
  readonly hides: ReadonlySet<string>;
  /** Zones, policies, tokens and all other configuration. */
  readonly configuration: boolean;
  readonly logs: boolean;
  /** Roles and resource sets of others. */
  readonly roles: boolean;
  /** Indexes of the principal's own custom roles. */
  readonly ownRoles: ReadonlySet<number>;
  /** What may be changed, within reach. */
  readonly changes: ReadonlySet<"users" | "groups" | "apps">;
}

const nothing: Reach = new Set();
/** The sight of nobody. */
export const sightless: Sight = {
  isAdmin: false,
  users: nothing,
  groups: nothing,
  apps: nothing,
  hides: new Set(),
  configuration: false,
  logs: false,
  roles: false,
  ownRoles: new Set(),
  changes: new Set(),
};
const whole = { users: "all", groups: "all", apps: "all", logs: true } as const;

/** Whether one thing is in reach. */
export function reaches(reach: Reach, index: number): boolean {
  return reach === "all" || reach.has(index);
}

function membersOf(org: Org, groups: readonly number[]): ReadonlySet<number> {
  return new Set(groups.flatMap((group) => org.memberships.members[group] ?? []));
}

/** A group admin: users and groups, confined or not. Everyone is kept from it. */
function overGroups(org: Org, grant: RoleGrant): Pick<Sight, "users" | "groups"> {
  const { groupTargets } = grant;
  if (groupTargets !== undefined) return { users: membersOf(org, groupTargets), groups: new Set(groupTargets) };
  const groups = org.groups.filter((group) => group.name !== "Everyone").map((group) => group.index);
  return { users: "all", groups: new Set(groups) };
}

function appsOf(grant: RoleGrant): Reach {
  return grant.appTargets === undefined ? "all" : new Set(grant.appTargets);
}

const standard: Readonly<Record<StandardRoleType, (org: Org, grant: RoleGrant) => Sight>> = {
  SUPER_ADMIN: () => ({
    ...sightless,
    ...whole,
    configuration: true,
    roles: true,
    changes: new Set(["users", "groups", "apps"]),
  }),
  ORG_ADMIN: () => ({
    ...sightless,
    ...whole,
    configuration: true,
    roles: true,
    changes: new Set(["users", "groups"]),
  }),
  READ_ONLY_ADMIN: () => ({ ...sightless, ...whole, configuration: true, roles: true }),
  REPORT_ADMIN: () => ({ ...sightless, ...whole }),
  API_ACCESS_MANAGEMENT_ADMIN: () => ({ ...sightless, ...whole, logs: false }),
  APP_ADMIN: (_, grant) => ({
    ...sightless,
    users: "all",
    groups: "all",
    apps: appsOf(grant),
    changes: new Set(["apps"]),
  }),
  USER_ADMIN: (org, grant) => ({ ...sightless, ...overGroups(org, grant), changes: new Set(["users", "groups"]) }),
  HELP_DESK_ADMIN: (org, grant) => ({ ...sightless, ...overGroups(org, grant) }),
  GROUP_MEMBERSHIP_ADMIN: (org, grant) => ({ ...sightless, ...overGroups(org, grant), changes: new Set(["groups"]) }),
};

function union(left: Reach, right: Reach): Reach {
  return left === "all" || right === "all" ? "all" : left.union(right);
}

/** What one entry of a resource set reaches. */
function resourceReach(org: Org, resource: string): Partial<Pick<Sight, "users" | "groups" | "apps">> {
  const [kind, name, inner] = resource.split("/");
  if (name === undefined) return kind === "users" || kind === "groups" || kind === "apps" ? { [kind]: "all" } : {};
  if (kind === "apps") return { apps: new Set(org.apps.filter((app) => app.label === name).map((app) => app.index)) };
  const groups = org.groups.filter((group) => group.name === name).map((group) => group.index);
  return inner === "users" ? { users: membersOf(org, groups) } : { groups: new Set(groups) };
}

function customSight(org: Org, role: CustomRole, index: number): Sight {
  const allowed = (kind: "users" | "groups" | "apps"): boolean =>
    role.permissions.some((one) => one === `okta.${kind}.read` || one === `okta.${kind}.manage`);
  const over = (kind: "users" | "groups" | "apps"): Reach =>
    allowed(kind)
      ? role.resources.reduce((reach, one) => union(reach, resourceReach(org, one)[kind] ?? nothing), nothing)
      : nothing;
  const kinds = ["users", "groups", "apps"] as const;
  return {
    ...sightless,
    users: over("users"),
    groups: over("groups"),
    apps: over("apps"),
    hides: new Set(role.hides),
    ownRoles: new Set([index]),
    changes: new Set(kinds.filter((kind) => role.permissions.includes(`okta.${kind}.manage`))),
  };
}

function sightOfGrant(org: Org, grant: RoleGrant): Sight {
  if (typeof grant.role === "string") return standard[grant.role](org, grant);
  const role = org.customRoles[grant.role.custom];
  return role === undefined ? sightless : customSight(org, role, grant.role.custom);
}

const seesUsers = (sight: Sight): boolean => sight.users === "all" || sight.users.size > 0;

function together(left: Sight, right: Sight): Sight {
  const hides = !seesUsers(left) ? right.hides : seesUsers(right) ? left.hides.intersection(right.hides) : left.hides;
  return {
    isAdmin: left.isAdmin || right.isAdmin,
    users: union(left.users, right.users),
    groups: union(left.groups, right.groups),
    apps: union(left.apps, right.apps),
    hides,
    configuration: left.configuration || right.configuration,
    logs: left.logs || right.logs,
    roles: left.roles || right.roles,
    ownRoles: left.ownRoles.union(right.ownRoles),
    changes: left.changes.union(right.changes),
  };
}

/** Works out sights and keeps them until the org is written to. */
export function createSights(org: Org): (principal: Principal) => Sight {
  const kept = new Map<string, { readonly version: number; readonly sight: Sight }>();
  return (principal) => {
    const key = `${principal.kind} ${principal.index}`;
    const known = kept.get(key);
    if (known?.version === org.version) return known.sight;
    const grants = grantsOf(org, principal);
    const joined = grants.map((grant) => sightOfGrant(org, grant)).reduce(together, sightless);
    const sight = { ...joined, isAdmin: grants.length > 0 };
    kept.set(key, { version: org.version, sight });
    return sight;
  };
}
