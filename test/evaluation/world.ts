import type { JsonObject } from "../../emulator/org/json.ts";
import type { OrgDump } from "../../emulator/org-dump.ts";

/** Of a user, a group, an app or what ties them: what the questions look at. What a kind of item has not is empty text. */
export interface Item {
  readonly id: string;
  readonly status: string;
  readonly created: string;
  readonly lastUpdated: string;
  readonly lastLogin: string | null;
  readonly statusChanged: string | null;
  readonly passwordChanged: string | null;
  readonly profile: Readonly<Record<string, string | undefined>>;
  /** Of a group. */
  readonly type: string;
  readonly label: string;
  readonly displayName: string;
  readonly name: string;
  readonly expiresAt: string;
  readonly system: boolean;
  readonly lastMembershipUpdated: string;
  readonly signOnMode: string;
  readonly factorType: string;
  readonly scope: string;
  readonly userId: string;
  readonly groupId: string;
  readonly appId: string;
}

/** Of an event of the System Log: what the questions look at. */
export interface LogEvent {
  readonly uuid: string;
  readonly published: string;
  readonly eventType: string;
  readonly actor: { readonly alternateId: string };
  readonly outcome: { readonly result: string };
}

const items = (list: readonly JsonObject[]): readonly Item[] => list as unknown as readonly Item[];

/** What expected answers are worked out from: the dump of the emulated org by plain loops, and the time of the run. */
export interface World {
  readonly users: readonly Item[];
  /** Users that are not deactivated. */
  readonly present: readonly Item[];
  readonly groups: readonly Item[];
  readonly apps: readonly Item[];
  /** Users of the group with exactly this name, one of a directory left out where Okta has one too. */
  readonly membersOf: (name: string) => readonly Item[];
  readonly groupsOf: (userId: string) => readonly Item[];
  readonly memberCount: (groupId: string) => number;
  /** Users of the app with exactly this label, with the `scope` of the assignment. */
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
  readonly roleLabelsOf: (userId: string) => readonly string[];
  /** Whether the group is assigned to the app. */
  readonly groupApp: (group: string, label: string) => boolean;
  /** When the certificate ends with which an app signs; null for an app that signs with none. */
  readonly certificateEnd: (app: Item) => string | null;
  readonly groupRolesOf: (groupId: string) => readonly string[];
  readonly typeName: (user: Item) => string;
  /** Apps that the user is assigned to. */
  readonly appsOf: (userId: string) => readonly Item[];
  /** Assignments of users to apps, each with `appId`, `userId` and `scope`. */
  readonly assignments: readonly Item[];
  /** Other collections of the dump: `groupRules`, `policies`, `zones`, … */
  readonly listed: (collection: keyof OrgDump) => readonly Item[];
  /** All events of the last whole day in UTC. */
  readonly yesterdaysEvents: readonly LogEvent[];
  /** What plain requests gave for lists that the dump has not: by path. */
  readonly configured: (path: string) => readonly Item[];
  /** So many days of 24 hours before the run, ISO 8601. */
  readonly daysAgo: (days: number) => string;
  readonly now: string;
}

type Lists = ReadonlyMap<string, readonly Item[]>;

function listsBy(list: readonly JsonObject[], key: "userId" | "groupId" | "appId"): Lists {
  return Map.groupBy(items(list), (one) => one[key]);
}

function exactly(list: readonly Item[], name: (one: Item) => unknown, wanted: string): Item {
  const exact = list.filter((one) => name(one) === wanted);
  // In an org whose names give orders, the order stands behind the name.
  const found = exact.length > 0 ? exact : list.filter((one) => String(name(one)).startsWith(`${wanted} `));
  if (found[0] === undefined || found.length > 1) throw new Error(`${found.length} are called ${wanted}`);
  return found[0];
}

function byId(list: readonly JsonObject[]): ReadonlyMap<string, Item> {
  return new Map(items(list).map((one) => [one.id, one]));
}

function countIn(lists: Lists): (id: string) => number {
  return (id) => (lists.get(id) ?? []).length;
}

function typesIn(lists: Lists): (id: string) => readonly string[] {
  return (id) => (lists.get(id) ?? []).map((one) => one.type);
}

/** The world of one emulated org at one time. */
export function worldOf(dump: OrgDump, nowMs: number, configuration: Lists = new Map()): World {
  const [users, groups, apps] = [items(dump.users), items(dump.groups), items(dump.apps)];
  const [usersById, groupsById, typesById] = [byId(dump.users), byId(dump.groups), byId(dump.userTypes)];
  const find = (ids: readonly string[]): readonly Item[] => ids.flatMap((id) => usersById.get(id) ?? []);
  const [members, memberships] = [listsBy(dump.groupMembers, "groupId"), listsBy(dump.groupMembers, "userId")];
  const [assigned, appGroups] = [listsBy(dump.appUsers, "appId"), listsBy(dump.appGroups, "appId")];
  const roles = listsBy(dump.userRoles, "userId");
  const factors = listsBy(dump.factors, "userId");
  const [appUsersOf, appsById] = [listsBy(dump.appUsers, "userId"), byId(dump.apps)];
  const appId = (label: string): string => exactly(apps, (one) => one.label, label).id;
  const idsOf = (groupId: string): readonly string[] => (members.get(groupId) ?? []).map((one) => one.userId);
  return {
    users,
    present: users.filter((user) => user.status !== "DEPROVISIONED"),
    groups,
    apps,
    membersOf: (name) => find(idsOf(exactly(groups, (one) => one.profile["name"], name).id)),
    groupsOf: (userId) => (memberships.get(userId) ?? []).flatMap((one) => groupsById.get(one.groupId) ?? []),
    memberCount: countIn(members),
    usersOf: (label) =>
      (assigned.get(appId(label)) ?? []).flatMap(({ userId, scope }) =>
        find([userId]).map((user) => ({ ...user, scope })),
      ),
    groupUsersOf: (label) => new Set((appGroups.get(appId(label)) ?? []).flatMap((one) => idsOf(one.groupId))),
    appUserCount: countIn(assigned),
    appGroupCount: countIn(appGroups),
    groupAppCount: countIn(listsBy(dump.appGroups, "groupId")),
    factorsOf: (userId) =>
      (factors.get(userId) ?? [])
        .filter((one) => one.status === "ACTIVE" && one.factorType !== "question")
        .map((one) => one.factorType),
    roleLabelsOf: (id) => (roles.get(id) ?? []).map((one) => one.label),
    certificateEnd: ({ id, signOnMode }) =>
      ["SAML_2_0", "SAML_1_1", "WS_FEDERATION"].includes(signOnMode)
        ? (configuration.get(`apps/${id}/credentials/keys`)?.[0]?.expiresAt ?? null)
        : null,
    groupApp: (group, label) => {
      const { id } = exactly(groups, (one) => one.profile["name"], group);
      return (appGroups.get(appId(label)) ?? []).some((one) => one.groupId === id);
    },
    rolesOf: typesIn(roles),
    groupRolesOf: typesIn(listsBy(dump.groupRoles, "groupId")),
    appsOf: (userId) => (appUsersOf.get(userId) ?? []).flatMap((one) => appsById.get(one.appId) ?? []),
    assignments: items(dump.appUsers),
    listed: (collection) => items(dump[collection]),
    yesterdaysEvents: (configuration.get("events") ?? []) as unknown as readonly LogEvent[],
    configured: (path) => configuration.get(path) ?? [],
    typeName: (user) => typesById.get((user.type as unknown as Item).id)?.displayName ?? "",
    daysAgo: (days) => new Date(nowMs - days * 86_400_000).toISOString(),
    now: new Date(nowMs).toISOString(),
  };
}
