import { standardRoles, type StandardRoleType } from "./admin-role.ts";
import { dateText, dayMs } from "./clock-text.ts";
import { customRoleId, resourceSetId, type CustomRole } from "./custom-roles.ts";
import type { GroupRow } from "./group-rows.ts";
import type { JsonObject } from "./json.ts";
import { objectId } from "./object-id.ts";
import { createRandom, type Choices } from "./random.ts";

/** One grant of a role: standard by its type, custom by the index of the custom role. */
export interface RoleGrant {
  readonly index: number;
  readonly role: StandardRoleType | { readonly custom: number };
  /** Indexes of the groups that the grant is confined to; absent: all. */
  readonly groupTargets?: readonly number[];
  /** Indexes of the apps that the grant is confined to; absent: all. */
  readonly appTargets?: readonly number[];
}

const direct: Choices<StandardRoleType> = [
  "ORG_ADMIN",
  "APP_ADMIN",
  "USER_ADMIN",
  "HELP_DESK_ADMIN",
  "READ_ONLY_ADMIN",
  "REPORT_ADMIN",
  "API_ACCESS_MANAGEMENT_ADMIN",
  "GROUP_MEMBERSHIP_ADMIN",
];

/** Roles granted to people directly, by the index of the person. Person 0 owns the token. */
export function createUserGrants(seed: number, users: number): ReadonlyMap<number, readonly RoleGrant[]> {
  const grants = new Map<number, readonly RoleGrant[]>([[0, [{ index: 0, role: "SUPER_ADMIN" }]]]);
  const admins = Math.min(60, Math.max(12, Math.floor(users / 60)));
  for (let at = 1; at <= admins; at += 1) {
    const random = createRandom(seed, "admin", at);
    const person = at <= 2 ? at : random.below(users);
    if (person >= users || grants.has(person)) continue;
    const first: RoleGrant = { index: at * 4, role: at <= 2 ? "SUPER_ADMIN" : random.pick(direct) };
    const custom: RoleGrant[] = random.chance(0.25) ? [{ index: at * 4 + 1, role: { custom: random.below(2) } }] : [];
    grants.set(person, [first, ...custom]);
  }
  return grants;
}

const grantedToGroups: readonly (readonly [string, RoleGrant["role"]])[] = [
  ["IT Helpdesk", "HELP_DESK_ADMIN"],
  ["Security Admins", { custom: 0 }],
  ["App Owners", "APP_ADMIN"],
];

/** Whether the org gives this group a role: whoever is in it is an admin. */
export function isAdminGroup(name: string): boolean {
  return grantedToGroups.some(([granted]) => granted === name);
}

/** Roles granted to groups, by the index of the group. */
export function createGroupGrants(groups: readonly GroupRow[]): ReadonlyMap<number, readonly RoleGrant[]> {
  return new Map(
    grantedToGroups.flatMap(([name, role], at) => {
      const group = groups.find((one) => one.name === name);
      return group === undefined ? [] : [[group.index, [{ index: 100_000 + at, role }]] as const];
    }),
  );
}

/** Some roles have one id for all who hold them: the Base32 of their name. */
const sharedIds: Readonly<Partial<Record<StandardRoleType, string>>> = {
  APP_ADMIN: "IFIFAX2BIRGUSTQ",
  HELP_DESK_ADMIN: "JBCUYUC7IRCVGS27IFCE2SKO",
  USER_ADMIN: "KVJUKUS7IFCE2SKO",
};

/** Where a grant stands: on a user, a group, or the client of a service app. */
export interface Assignee {
  readonly kind: "users" | "groups" | "clients";
  readonly id: string;
  readonly assignmentType: "USER" | "GROUP" | "CLIENT";
}

/** One role of a user or a group as the API lists it. */
export function roleObject(
  org: {
    readonly seed: number;
    readonly now: number;
    readonly origin: string;
    readonly adminOrigin: string;
    readonly customRoles: readonly CustomRole[];
  },
  grant: RoleGrant,
  assignee: Assignee,
): JsonObject {
  const created = dateText(org.now - (20 + createRandom(org.seed, "grant", grant.index).next() * 900) * dayMs);
  const assigneeLink = {
    href: `${org.origin}${assignee.kind === "clients" ? "/oauth2" : "/api"}/v1/${assignee.kind}/${assignee.id}`,
  };
  const dates = { status: "ACTIVE", created, lastUpdated: created, assignmentType: assignee.assignmentType };
  if (typeof grant.role === "string") {
    const own = assignee.assignmentType === "GROUP" ? "gra" : "ra1";
    const id = sharedIds[grant.role] ?? objectId(org.seed, own, grant.index);
    return { id, label: standardRoles[grant.role], type: grant.role, ...dates, _links: { assignee: assigneeLink } };
  }
  const role = customRoleId(org.seed, grant.role.custom);
  const resourceSet = resourceSetId(org.seed, grant.role.custom);
  const binding = `${org.origin}/api/v1/iam/resource-sets/${resourceSet}/bindings/${role}`;
  const id = objectId(org.seed, "irb", grant.index);
  return {
    id,
    label: org.customRoles[grant.role.custom]?.label,
    type: "CUSTOM",
    ...dates,
    "resource-set": resourceSet,
    role,
    _links: {
      role: { href: `${org.adminOrigin}/api/v1/iam/roles/${role}` },
      "resource-set": { href: `${org.origin}/api/v1/iam/resource-sets/${resourceSet}` },
      permissions: { href: `${org.adminOrigin}/api/v1/iam/roles/${role}/permissions` },
      member: { href: `${binding}/members/${id}` },
      assignee: assigneeLink,
    },
  };
}
