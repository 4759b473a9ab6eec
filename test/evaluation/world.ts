import type { OrgDump } from "../../emulator/org-dump.ts";

/** Anything of a dump, as the API gives it. */
export type Item = Readonly<Record<string, any>>;

/** What expected answers are worked out from: the dump of the emulated org by plain loops, and the time of the run. */
export interface World {
  readonly users: readonly Item[];
  /** Users that are not deactivated. */
  readonly present: readonly Item[];
  readonly groups: readonly Item[];
  readonly apps: readonly Item[];
  readonly rules: readonly Item[];
  /** Users of the group with exactly this name, one of a directory left out where Okta has one too. */
  readonly membersOf: (name: string) => readonly Item[];
  readonly groupsOf: (userId: string) => readonly Item[];
  readonly memberCount: (groupId: string) => number;
  /** Users of the app with exactly this label, with `SCOPE`. */
  readonly usersOf: (label: string) => readonly Item[];
  /** Users that a group brings to the app, whatever the assignment says. */
  readonly groupUsersOf: (label: string) => ReadonlySet<string>;
  readonly appUserCount: (appId: string) => number;
  readonly appGroupCount: (appId: string) => number;
  readonly groupAppCount: (groupId: string) => number;
  /** Types of the active factors that count as MFA. */
  readonly factorsOf: (userId: string) => readonly string[];
  /** Types of the admin roles, those of groups among them. */
  readonly rolesOf: (userId: string) => readonly string[];
  readonly groupRolesOf: (groupId: string) => readonly string[];
  readonly typeName: (user: Item) => string;
  /** So many days of 24 hours before the run, ISO 8601. */
  readonly daysAgo: (days: number) => string;
  readonly now: string;
}

function groupBy<T>(list: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(list, key);
}

function exactly(list: readonly Item[], name: (one: Item) => unknown, wanted: string): Item {
  const found = list.filter((one) => name(one) === wanted);
  if (found[0] === undefined || found.length > 1) throw new Error(`${found.length} are called ${wanted}`);
  return found[0];
}

/** The world of one emulated org at one time. */
export function worldOf(dump: OrgDump, nowMs: number): World {
  const users: readonly Item[] = dump.users;
  const byId = new Map(users.map((user): [unknown, Item] => [user["id"], user]));
  const find = (ids: readonly string[]): readonly Item[] => ids.flatMap((id) => byId.get(id) ?? []);
  const list = (items: readonly Item[], key: string) => groupBy(items, (one) => one[key]);
  const members = list(dump.groupMembers, "groupId");
  const memberships = list(dump.groupMembers, "userId");
  const assigned = list(dump.appUsers, "appId");
  const appGroups = list(dump.appGroups, "appId");
  const groupApps = list(dump.appGroups, "groupId");
  const factors = list(dump.factors, "userId");
  const roles = list(dump.userRoles, "userId");
  const groupRoles = list(dump.groupRoles, "groupId");
  const groupsById = new Map(dump.groups.map((group): [unknown, Item] => [group["id"], group]));
  const app = (label: string): string => exactly(dump.apps, (one) => one["label"], label)["id"];
  const typeNames = new Map(dump.userTypes.map((type) => [type["id"], String(type["displayName"])]));
  const idsOf = (groupId: string): readonly string[] => (members.get(groupId) ?? []).map((one) => one["userId"]);
  return {
    users,
    present: users.filter((user) => user["status"] !== "DEPROVISIONED"),
    groups: dump.groups,
    apps: dump.apps,
    rules: dump.groupRules,
    membersOf: (name) => find(idsOf(exactly(dump.groups, (one: Item) => one["profile"].name, name)["id"])),
    groupsOf: (userId) => (memberships.get(userId) ?? []).flatMap((one) => groupsById.get(one["groupId"]) ?? []),
    memberCount: (groupId) => (members.get(groupId) ?? []).length,
    usersOf: (label) =>
      (assigned.get(app(label)) ?? []).flatMap((one) =>
        find([one["userId"]]).map((user) => ({ ...user, SCOPE: one["scope"] })),
      ),
    groupUsersOf: (label) => new Set((appGroups.get(app(label)) ?? []).flatMap((one) => idsOf(one["groupId"]))),
    appUserCount: (appId) => (assigned.get(appId) ?? []).length,
    appGroupCount: (appId) => (appGroups.get(appId) ?? []).length,
    groupAppCount: (groupId) => (groupApps.get(groupId) ?? []).length,
    factorsOf: (userId) =>
      (factors.get(userId) ?? [])
        .filter((one) => one["status"] === "ACTIVE" && one["factorType"] !== "question")
        .map((one) => one["factorType"]),
    rolesOf: (userId) => (roles.get(userId) ?? []).map((one) => one["type"]),
    groupRolesOf: (groupId) => (groupRoles.get(groupId) ?? []).map((one) => one["type"]),
    typeName: (user) => typeNames.get(user["type"].id) ?? "",
    daysAgo: (days) => new Date(nowMs - days * 86_400_000).toISOString(),
    now: new Date(nowMs).toISOString(),
  };
}
