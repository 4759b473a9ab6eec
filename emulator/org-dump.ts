import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { appGroupObject } from "./org/app-group-object.ts";
import { appObject } from "./org/app-object.ts";
import { appUserObject } from "./org/app-user-object.ts";
import { authenticators } from "./org/configuration/authenticators.ts";
import { deviceObject, deviceUserFacts, hasDevice } from "./org/configuration/devices.ts";
import { policies } from "./org/configuration/policies.ts";
import { apiTokens } from "./org/configuration/tokens.ts";
import { networkZones } from "./org/configuration/zones.ts";
import { customRoleObjects } from "./org/custom-role-objects.ts";
import { factorsOf } from "./org/factors.ts";
import { groupObject } from "./org/group-object.ts";
import type { JsonObject } from "./org/json.ts";
import type { Org } from "./org/org.ts";
import { rolesOfGroup, rolesOfPerson } from "./org/person-roles.ts";
import type { Person } from "./org/person.ts";
import { userObject } from "./org/user-object.ts";

/** The whole state of an org: one array a collection, items as the API gives them with the ids that tie them. */
export interface OrgDump {
  readonly users: readonly JsonObject[];
  readonly groups: readonly JsonObject[];
  /** `{ groupId, userId }`. */
  readonly groupMembers: readonly JsonObject[];
  readonly groupRules: readonly JsonObject[];
  readonly apps: readonly JsonObject[];
  /** With `appId` and `userId`. */
  readonly appUsers: readonly JsonObject[];
  /** With `appId` and `groupId`. */
  readonly appGroups: readonly JsonObject[];
  /** With `userId`. */
  readonly factors: readonly JsonObject[];
  /** With `userId`; roles through groups are among them. */
  readonly userRoles: readonly JsonObject[];
  /** With `groupId`. */
  readonly groupRoles: readonly JsonObject[];
  readonly userTypes: readonly JsonObject[];
  /** The custom roles. */
  readonly roles: readonly JsonObject[];
  readonly policies: readonly JsonObject[];
  /** With `policyId`. */
  readonly policyRules: readonly JsonObject[];
  readonly zones: readonly JsonObject[];
  readonly authenticators: readonly JsonObject[];
  readonly apiTokens: readonly JsonObject[];
  readonly devices: readonly JsonObject[];
  /** `{ deviceId, userId }` with how the user stands to the device. */
  readonly deviceUsers: readonly JsonObject[];
}

const withDevices = (org: Org): readonly Person[] => org.people.filter((person) => hasDevice(org, person));

type Collections = Readonly<Record<keyof OrgDump, (org: Org) => Iterable<JsonObject>>>;

function* usersOf(org: Org): Iterable<JsonObject> {
  for (const person of org.people) if (person.isGone !== true) yield userObject(org, person);
}

function* groupMembersOf(org: Org): Iterable<JsonObject> {
  for (const group of org.groups) {
    for (const index of org.memberships.members[group.index] ?? []) {
      yield { groupId: group.id, userId: org.people[index]?.id };
    }
  }
}

function* appUsersOf(org: Org): Iterable<JsonObject> {
  for (const app of org.apps) {
    const assignment = org.assignments[app.index];
    if (assignment === undefined) continue;
    for (const [place, index] of assignment.people.entries()) {
      const person = org.people[index];
      if (person === undefined) continue;
      const group = org.groups[assignment.via[place] ?? -1];
      yield { appId: app.id, userId: person.id, ...appUserObject(org, { app, person, group }) };
    }
  }
}

function* appGroupsOf(org: Org): Iterable<JsonObject> {
  for (const app of org.apps) {
    for (const [priority, index] of (org.assignments[app.index]?.groups ?? []).entries()) {
      const group = org.groups[index];
      if (group === undefined) continue;
      yield { appId: app.id, groupId: group.id, ...appGroupObject(org.origin, app, group, priority) };
    }
  }
}

function* hangingOnUsers(org: Org, list: "factors" | "roles"): Iterable<JsonObject> {
  for (const person of org.people) {
    const items = list === "factors" ? factorsOf(org, person) : rolesOfPerson(org, person);
    for (const item of items) yield { userId: person.id, ...item };
  }
}

const collections: Collections = {
  users: usersOf,
  groups: (org) =>
    org.groups.filter((group) => group.isGone !== true).map((group) => groupObject(org.origin, group, org.apps)),
  groupMembers: groupMembersOf,
  groupRules: (org) => org.groupRules,
  apps: (org) => org.apps.map((app) => appObject(org, app)),
  appUsers: appUsersOf,
  appGroups: appGroupsOf,
  factors: (org) => hangingOnUsers(org, "factors"),
  userRoles: (org) => hangingOnUsers(org, "roles"),
  groupRoles: (org) =>
    org.groups.flatMap((group) => rolesOfGroup(org, group.index).map((role) => ({ groupId: group.id, ...role }))),
  userTypes: (org) => org.userTypes,
  roles: customRoleObjects,
  policies: (org) => policies(org).map(({ policy }) => policy),
  policyRules: (org) =>
    policies(org).flatMap(({ policy, rules }) => rules.map((rule) => ({ policyId: policy["id"], ...rule }))),
  zones: networkZones,
  authenticators,
  apiTokens,
  devices: (org) => withDevices(org).map((person) => deviceObject(org, person)),
  deviceUsers: (org) =>
    withDevices(org).map((person) => ({
      deviceId: deviceObject(org, person)["id"],
      userId: person.id,
      ...deviceUserFacts(org, person),
    })),
};

/** The dump as a value. For 200,000 users `writeDump` is the way: this one would hold everything at once. */
export function dumpOrg(org: Org): OrgDump {
  const all = (name: keyof OrgDump): readonly JsonObject[] => [...collections[name](org)];
  return {
    users: all("users"),
    groups: all("groups"),
    groupMembers: all("groupMembers"),
    groupRules: all("groupRules"),
    apps: all("apps"),
    appUsers: all("appUsers"),
    appGroups: all("appGroups"),
    factors: all("factors"),
    userRoles: all("userRoles"),
    groupRoles: all("groupRoles"),
    userTypes: all("userTypes"),
    roles: all("roles"),
    policies: all("policies"),
    policyRules: all("policyRules"),
    zones: all("zones"),
    authenticators: all("authenticators"),
    apiTokens: all("apiTokens"),
    devices: all("devices"),
    deviceUsers: all("deviceUsers"),
  };
}

function* dumpPieces(org: Org): Iterable<string> {
  let opening = "{";
  for (const [name, items] of Object.entries(collections)) {
    yield `${opening}\n${JSON.stringify(name)}:[`;
    opening = "],";
    let separator = "\n";
    for (const item of items(org)) {
      yield separator + JSON.stringify(item);
      separator = ",\n";
    }
  }
  yield "]}\n";
}

/** Writes the dump as one JSON file, piece by piece. */
export async function writeDump(org: Org, path: string): Promise<void> {
  const file = createWriteStream(path, { mode: 0o600 });
  let held = "";
  for (const piece of dumpPieces(org)) {
    held += piece;
    if (held.length < 262_144) continue;
    if (!file.write(held)) await once(file, "drain");
    held = "";
  }
  file.end(held);
  await once(file, "finish");
}
