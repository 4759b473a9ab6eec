import { addApp, addGroup } from "./compose-driver.ts";
import type { ComposedSnippet } from "./compose-users.ts";
import type { SingleReading } from "./reading.ts";
import { SnippetText } from "./snippet-text.ts";

/** The snippet for a question about one user, group or app, or one group and one app. */
export function composeSingle(reading: SingleReading): ComposedSnippet {
  const snippet = new SnippetText();
  addLines(reading, snippet);
  const said = sayings[reading.about](reading);
  return { source: snippet.render(said), reading: said, definitions: [] };
}

const sayings: Readonly<Record<SingleReading["about"], (reading: SingleReading) => string>> = {
  user: ({ name }) => `The user ${name}`,
  "user-groups": ({ name }) => `Groups of the user ${name}`,
  "user-factors": ({ name }) => `Factors of the user ${name}, of any status`,
  "user-apps": ({ name }) => `Apps that the user ${name} is assigned to, directly or by a group`,
  "user-roles": ({ name }) => `Admin roles of the user ${name}, directly or by a group`,
  "group-apps": ({ name }) => `Apps that the group named "${name}" is assigned to`,
  "app-groups": ({ name }) => `Groups that are assigned to the app named "${name}"`,
  "user-app": ({ name, other }) =>
    `Whether the user ${name} is assigned to the app "${other ?? ""}", directly or by a group`,
  "user-group": ({ name, other }) => `Whether the user ${name} is in the group "${other ?? ""}"`,
  "group-app": ({ name, other }) => `Whether the group "${name}" is assigned to the app "${other ?? ""}"`,
};

function addLines(reading: SingleReading, snippet: SnippetText): void {
  switch (reading.about) {
    case "group-app":
      return addGroupApp(reading, snippet);
    case "group-apps":
      return addGroupApps(reading, snippet);
    case "app-groups":
      return addAppGroups(reading, snippet);
    case "user-app":
      return addUserApp(reading, snippet);
    case "user-group":
      return addUserGroup(reading, snippet);
    case "user":
    case "user-groups":
    case "user-factors":
    case "user-apps":
    case "user-roles":
      addUser(reading.name, snippet);
      return addUserLines(reading.about, snippet);
  }
}

/** A first and last name is searched for and must be that of one user; anything else is a login. */
function addUser(name: string, snippet: SnippetText): void {
  const [first, last] = name.split(" ");
  if (first === undefined || last === undefined) return addUserByLogin(name, snippet);
  const [firstName, lastName] = [snippet.parameter("firstName", first), snippet.parameter("lastName", last)];
  const search = `\`profile.firstName eq \${${firstName}} and profile.lastName eq \${${lastName}}\``;
  return snippet.add(
    `const found = await okta.listUsers({ search: ${snippet.use("filter")}${search} }).all()`,
    `const user = ${snippet.use("exactlyOne")}(found, 'user with that first and last name')`,
  );
}

/** Searched for, so that a login that nobody has declines and does not fail. Without an `@` it is the part before it. */
function addUserByLogin(name: string, snippet: SnippetText): void {
  const login = snippet.parameter("login", name);
  const short = name.includes("@") ? "" : ` or profile.login sw \${${snippet.parameter("start", `${name}@`)}}`;
  snippet.add(
    `const found = await okta.listUsers({`,
    `  search: ${snippet.use("filter")}\`profile.login eq \${${login}} or profile.email eq \${${login}}${short}\`,`,
    "}).all()",
    `const user = ${snippet.use("exactlyOne")}(found, 'user with that login or address')`,
  );
}

function addUserLines(
  about: "user" | "user-groups" | "user-factors" | "user-apps" | "user-roles",
  snippet: SnippetText,
): void {
  switch (about) {
    case "user-groups":
      return snippet.add(
        "const groups = await okta.listUserGroups({ id: user.id }).all()",
        "return groups.map((group) => ({ id: group.id, name: group.profile.name, type: group.type, login: user.profile.login }))",
      );
    case "user-factors":
      return snippet.add(
        "const factors = await okta.listFactors({ userId: user.id }).all()",
        "return factors.map((factor) => ({",
        "  id: factor.id,",
        "  factorType: factor.factorType,",
        "  status: factor.status,",
        "  login: user.profile.login,",
        "}))",
      );
    case "user-apps":
      return snippet.add(
        `const apps = await okta.listApplications({ filter: ${snippet.use("filter")}\`user.id eq \${user.id}\` }).all()`,
        "return apps.map((app) => ({ id: app.id, label: app.label, status: app.status, login: user.profile.login }))",
      );
    case "user-roles":
      return snippet.add(
        "const roles = await okta.listAssignedRolesForUser({ userId: user.id }).all()",
        "return roles.map((role) => ({",
        "  id: role.id ?? null,",
        "  label: role.label ?? null,",
        "  type: role.type ?? null,",
        "  assignmentType: role.assignmentType ?? null,",
        "  login: user.profile.login,",
        "}))",
      );
    case "user":
      return addProfile(snippet);
  }
}

function addProfile(snippet: SnippetText): void {
  const attributes = ["firstName", "lastName", "title", "department", "manager"];
  snippet.add(
    "return [",
    "  {",
    "    id: user.id,",
    "    login: user.profile.login,",
    "    email: user.profile.email,",
    "    status: user.status,",
    ...attributes.map((one) => `    ${one}: user.profile.${one} ?? null,`),
    "    created: user.created,",
    "    lastLogin: user.lastLogin ?? null,",
    "  },",
    "]",
  );
}

function addGroupApps(reading: SingleReading, snippet: SnippetText): void {
  const group = addGroup(reading.name, snippet);
  snippet.add(
    `const apps = await okta.listAssignedApplicationsForGroup({ groupId: ${group}.id }).all()`,
    `return apps.map((app) => ({ id: app.id, label: app.label, status: app.status, group: ${group}.profile.name }))`,
  );
}

function addAppGroups(reading: SingleReading, snippet: SnippetText): void {
  const app = addApp(reading.name, snippet);
  snippet.add(
    `const assignments = await okta.listApplicationGroupAssignments({ appId: ${app}.id }).all()`,
    "const groupIds = new Set(assignments.map((one) => one.id))",
    "const groups = (await okta.listGroups({}).all()).filter((group) => groupIds.has(group.id))",
    `return groups.map((group) => ({ id: group.id, name: group.profile.name, type: group.type, app: ${app}.label }))`,
  );
}

function addUserApp(reading: SingleReading, snippet: SnippetText): void {
  addUser(reading.name, snippet);
  const app = addApp(reading.other ?? "", snippet);
  snippet.add(
    `const assignment = await okta.getApplicationUser({ appId: ${app}.id, userId: user.id })`,
    "return [{",
    "  id: user.id,",
    "  login: user.profile.login,",
    "  status: user.status,",
    `  app: ${app}.label,`,
    "  assigned: assignment !== undefined,",
    "  scope: assignment?.scope ?? null,",
    "}]",
  );
}

function addUserGroup(reading: SingleReading, snippet: SnippetText): void {
  addUser(reading.name, snippet);
  const group = addGroup(reading.other ?? "", snippet);
  snippet.add(
    "const groups = await okta.listUserGroups({ id: user.id }).all()",
    `const inGroup = groups.filter((one) => one.id === ${group}.id)`,
    "return [{",
    "  id: user.id,",
    "  login: user.profile.login,",
    "  status: user.status,",
    `  group: ${group}.profile.name,`,
    "  member: inGroup.length > 0,",
    "}]",
  );
}

function addGroupApp(reading: SingleReading, snippet: SnippetText): void {
  const group = addGroup(reading.name, snippet);
  const app = addApp(reading.other ?? "", snippet);
  snippet.add(
    `const assignments = await okta.listApplicationGroupAssignments({ appId: ${app}.id }).all()`,
    `const found = assignments.filter((one) => one.id === ${group}.id)`,
    `return [{ group: ${group}.profile.name, app: ${app}.label, assigned: found.length > 0 }]`,
  );
}
