import { addAdmins, roleTest } from "./admin-text.ts";
import { pushDown } from "./push-down.ts";
import type { Condition, UsersReading } from "./reading.ts";
import type { SnippetText } from "./snippet-text.ts";

/** The list that a snippet starts from, and how its users are reached. */
export interface Driver {
  /** Name of the list. */
  readonly list: string;
  /** Name of one item of it in an arrow function. */
  readonly item: string;
  /** Text that gives the user of an item. */
  readonly user: string;
  /** Conditions that the list itself answers. */
  readonly covers: readonly Condition[];
  /** Tests over an item that belong to the list. */
  readonly userTests: readonly string[];
  /** Columns that the list brings. */
  readonly columns: readonly (readonly [string, string])[];
}

/** The condition whose own list is read: the one that leaves the fewest users. Undefined: users are searched. */
export function chooseDriver(reading: UsersReading): Condition | undefined {
  const sure = reading.join === "and" ? [...reading.always, ...reading.conditions] : reading.always;
  const positive = sure.filter((one) => "not" in one && !one.not && !("names" in one && one.names.length > 1));
  const showsPath = reading.columns.some((one) => one.kind === "path");
  return (
    (showsPath ? positive.find((one) => one.kind === "app") : undefined) ??
    positive.find((one) => one.kind === "role") ??
    positive.find((one) => one.kind === "app") ??
    positive.find((one) => one.kind === "group")
  );
}

/** Writes the reads of the list, and says how its users are reached. */
export function composeDriver(driver: Condition | undefined, reading: UsersReading, snippet: SnippetText): Driver {
  if (driver?.kind === "role") return byRole(driver, snippet);
  if (driver?.kind === "app")
    return byApp(
      driver,
      reading.columns.some((one) => one.kind === "path"),
      snippet,
    );
  if (driver?.kind === "group") return byGroup(driver, snippet);
  return bySearch(reading, snippet);
}

function byApp(driver: Condition & { readonly kind: "app" }, showsPath: boolean, snippet: SnippetText): Driver {
  const target = addApp(driver.names[0] ?? "", snippet);
  const list = snippet.name("assigned");
  snippet.add(`const ${list} = await okta.listApplicationUsers({ appId: ${target}.id, expand: 'user' }).all()`);
  const needsGroups = showsPath || driver.path === "group" || driver.path === "direct-only";
  const byGroup = needsGroups ? addGroupPath(target, snippet) : undefined;
  const tests = {
    any: [],
    direct: ["one.scope === 'USER'"],
    "direct-only": ["one.scope === 'USER'", `!${byGroup ?? ""}.has(one.id)`],
    group: [`${byGroup ?? ""}.has(one.id)`],
  }[driver.path];
  const columns: Driver["columns"] = [["scope", "one.scope"]];
  return {
    list,
    item: "one",
    user: "one._embedded.user",
    covers: [driver],
    userTests: tests,
    columns: byGroup === undefined ? columns : [...columns, ["givenByGroup", `${byGroup}.has(one.id)`]],
  };
}

/** Writes the reads that give the ids of all members of an app's groups; gives the name of the set. */
export function addGroupPath(target: string, snippet: SnippetText): string {
  const [groups, members, set] = [snippet.name("appGroups"), snippet.name("groupMembers"), snippet.name("byGroup")];
  snippet.use("each");
  snippet.add(
    `const ${groups} = await okta.listApplicationGroupAssignments({ appId: ${target}.id }).all()`,
    `const ${members} = await each(${groups}, async (group) => await okta.listGroupUsers({ groupId: group.id ?? '' }).all())`,
    `const ${set} = new Set(${members}.flat().map((user) => user.id))`,
  );
  return set;
}

function byGroup(driver: Condition & { readonly kind: "group" }, snippet: SnippetText): Driver {
  const target = addGroup(driver.names[0] ?? "", snippet);
  const list = snippet.name("members");
  snippet.add(`const ${list} = await okta.listGroupUsers({ groupId: ${target}.id }).all()`);
  const columns = [["group", `${target}.profile.name`]] as const;
  return { list, item: "user", user: "user", covers: [driver], userTests: [], columns };
}

function byRole(driver: Condition & { readonly kind: "role" }, snippet: SnippetText): Driver {
  const holders = addAdmins(snippet);
  const list = snippet.name("admins");
  const wanted = driver.roles === undefined ? holders : `${holders}.filter((one) => ${roleTest(driver.roles)})`;
  snippet.use("each");
  snippet.add(
    `const ${list} = await each(${wanted}, async ({ id, roles }) => {`,
    "  const user = await okta.getUser({ id })",
    "  return { user, roles }",
    "})",
  );
  return {
    list,
    item: "one",
    user: "one.user",
    covers: [driver],
    userTests: [],
    columns: [["roles", "one.roles.map((role) => role.label)"]],
  };
}

function bySearch(reading: UsersReading, snippet: SnippetText): Driver {
  const sure = reading.join === "and" ? [...reading.always, ...reading.conditions] : reading.always;
  const pushed = pushDown(sure, snippet);
  const list = snippet.name("users");
  // A status among alternatives asks for users of every status, which Okta lists only where it is asked to search.
  const everyone = leavesOutDeactivated(reading) ? undefined : 'created gt "1970-01-01T00:00:00.000Z"';
  const text = pushed.search ?? everyone;
  const search = text === undefined ? "{}" : `{ search: ${snippet.use("filter")}\`${text}\` }`;
  snippet.add(`const ${list} = await okta.listUsers(${search}).all()`);
  const userTests = leavesOutDeactivated(reading) ? ["user.status !== 'DEPROVISIONED'"] : [];
  return { list, item: "user", user: "user", covers: pushed.covers, userTests, columns: pushed.columns };
}

/** True where users are searched in the whole org and no condition speaks of a status: then deactivated users are left out. */
export function leavesOutDeactivated(reading: UsersReading): boolean {
  const all = [...reading.always, ...reading.conditions];
  const byStatus = reading.output.kind === "count-by" && reading.output.by === "status";
  return !byStatus && chooseDriver(reading) === undefined && !all.some((one) => one.kind === "status");
}

/** Writes the read of the app with that name; gives the name under which it is known. */
export function addApp(name: string, snippet: SnippetText): string {
  const parameter = snippet.parameter("app", name);
  const target = snippet.name("target");
  snippet.add(
    `const ${target} = ${snippet.use("named")}(await okta.listApplications({}).all(), 'label', ${parameter})`,
  );
  return target;
}

/**
 * Writes the read of the group with that name; gives the name under which it is known. Okta keeps the members of its own
 * administrators group to itself, so an answer from it would be empty and wrong.
 */
export function addGroup(name: string, snippet: SnippetText): string {
  const parameter = snippet.parameter("group", name);
  const target = snippet.name("target");
  snippet.use("declined");
  snippet.add(
    `const ${target} = ${snippet.use("named")}(await okta.listGroups({}).all(), 'profile.name', ${parameter})`,
    `if (${target}.type === 'BUILT_IN' && ${target}.profile.name !== 'Everyone') declined('Okta does not list the members of this group of its own')`,
  );
  return target;
}
