import type { ExpressionLanguage, FilterAttribute, FilterLanguage } from "./filter-language.ts";

const text: FilterAttribute = { type: "text" };
const date: FilterAttribute = { type: "date" };
const truth: FilterAttribute = { type: "boolean", operators: ["eq"] };
const oneOf = (...values: string[]): FilterAttribute => ({ type: "text", values });
const exactly: FilterAttribute = { type: "text", operators: ["eq"] };

const userStatus = oneOf(
  "ACTIVE",
  "DEPROVISIONED",
  "LOCKED_OUT",
  "PASSWORD_EXPIRED",
  "PROVISIONED",
  "RECOVERY",
  "STAGED",
  "SUSPENDED",
);

const compareHere = (attribute: string, example: string): string =>
  `Leave ${attribute} out of the text, read the users, and compare it in the snippet: users.filter((user) => ${example}).`;

const usersSearch: ExpressionLanguage = {
  kind: "expression",
  attributes: {
    id: text,
    status: userStatus,
    created: date,
    activated: date,
    statusChanged: date,
    lastUpdated: date,
    "type.id": text,
    "classification.type": text,
  },
  profile: "user",
  operators: ["eq", "sw", "gt", "ge", "lt", "le", "pr"],
  contains: { attributes: ["profile.firstName", "profile.lastName", "profile.email", "profile.login"], least: 3 },
  joins: "and-or",
  refused: {
    lastLogin: compareHere("lastLogin", "isBefore(user.lastLogin, daysAgo(30))"),
    passwordChanged: compareHere("passwordChanged", "isBefore(user.passwordChanged, daysAgo(90))"),
    "credentials.provider.type": compareHere("the provider", 'user.credentials.provider.type === "ACTIVE_DIRECTORY"'),
    realmId: compareHere("realmId", "user.realmId === realm.id"),
  },
  code: "E0000031",
};

const usersFilter: ExpressionLanguage = {
  kind: "expression",
  attributes: {
    id: exactly,
    status: { ...userStatus, operators: ["eq"] },
    lastUpdated: { type: "date", operators: ["eq", "gt", "ge", "lt", "le"] },
    "profile.login": exactly,
    "profile.email": exactly,
    "profile.firstName": exactly,
    "profile.lastName": exactly,
  },
  operators: ["eq", "gt", "ge", "lt", "le"],
  joins: "and-or",
  refused: usersSearch.refused ?? {},
  code: "E0000031",
};

const groupType = oneOf("OKTA_GROUP", "APP_GROUP", "BUILT_IN");

const groupsSearch: ExpressionLanguage = {
  kind: "expression",
  attributes: {
    id: text,
    type: groupType,
    created: date,
    lastUpdated: date,
    lastMembershipUpdated: date,
    "source.id": text,
  },
  profile: "group",
  operators: ["eq", "sw", "gt", "ge", "lt", "le", "pr"],
  contains: { attributes: ["profile.name", "profile.description"], least: 1 },
  joins: "and-or",
  refused: {
    "_embedded.stats.usersCount": "Ask for expand: 'stats' and compare the counts in the snippet.",
  },
  code: "E0000031",
};

const appsHelp =
  "Read all apps with listApplications({}).all() and compare it in the snippet, or use named() for one app.";

const appsFilter: ExpressionLanguage = {
  kind: "expression",
  attributes: {
    status: oneOf("ACTIVE", "INACTIVE"),
    id: text,
    name: text,
    "credentials.signing.kid": text,
    "settings.slo.enabled": truth,
    "user.id": text,
    "group.id": text,
  },
  operators: ["eq"],
  joins: "one",
  refused: { label: appsHelp, signOnMode: appsHelp, features: appsHelp, created: appsHelp, lastUpdated: appsHelp },
  code: "E0000031",
};

const logsFilter: ExpressionLanguage = {
  kind: "expression",
  attributes: {},
  allFields: true,
  operators: ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le", "pr"],
  joins: "and-or-not",
  refused: { published: "Give the time as the parameters since and until." },
  code: "E0000053",
};

const devicesSearch: ExpressionLanguage = {
  kind: "expression",
  attributes: {
    id: text,
    status: oneOf("ACTIVE", "CREATED", "DEACTIVATED", "SUSPENDED", "UNSUSPENDED"),
    lastUpdated: date,
    created: date,
  },
  profile: "any",
  operators: ["eq", "sw", "gt", "ge", "lt", "le", "pr"],
  contains: {
    attributes: ["displayName", "serialNumber", "imei", "meid", "udid", "sid"].map((name) => `profile.${name}`),
    least: 1,
  },
  joins: "and-or",
  code: "E0000031",
};

const small = (
  attributes: Readonly<Record<string, FilterAttribute>>,
  operators: ExpressionLanguage["operators"],
  joins: ExpressionLanguage["joins"],
): ExpressionLanguage => ({ kind: "expression", attributes, operators, joins, code: "E0000031" });

const words = (meaning: string): FilterLanguage => ({ kind: "words", meaning });

/** The language of each parameter, by operationId and parameter name. */
const filterLanguages: Readonly<Record<string, Readonly<Record<string, FilterLanguage>>>> = {
  listUsers: { search: usersSearch, filter: usersFilter, q: words("first name, last name or email starts with") },
  listGroups: {
    search: groupsSearch,
    filter: small(
      { id: text, type: groupType, lastUpdated: date, lastMembershipUpdated: date },
      ["eq", "gt", "lt"],
      "and-or",
    ),
    q: words("name starts with"),
  },
  listGroupRules: { search: words("name contains") },
  listApplications: { filter: appsFilter, q: words("name or label starts with") },
  listApplicationUsers: { q: words("user name, first name, last name or email starts with") },
  listApplicationGroupAssignments: { q: words("group name starts with") },
  listDevices: { search: devicesSearch },
  listLogEvents: {
    filter: logsFilter,
    q: { kind: "words", meaning: "any field holds", mostWords: 10, longestWord: 40 },
  },
  listPolicies: { q: words("name starts with") },
  listIdentityProviders: { q: words("name starts with") },
  listNetworkZones: {
    filter: small({ id: exactly, usage: oneOf("POLICY", "BLOCKLIST"), system: truth }, ["eq"], "and-or"),
  },
  listTrustedOrigins: {
    q: words("name or origin starts with"),
    filter: small(
      { name: text, origin: text, status: oneOf("ACTIVE", "INACTIVE"), type: text, "scopes.type": text },
      ["eq", "sw", "co"],
      "and-or",
    ),
  },
  listLogStreams: { filter: small({ status: oneOf("ACTIVE", "INACTIVE"), type: text }, ["eq"], "and-or") },
  listRealms: { search: small({ "profile.name": text }, ["eq", "sw", "co"], "and-or") },
  listPrincipalRateLimitEntities: { filter: small({ principalId: text, principalType: text }, ["eq"], "and-or") },
};

/** The language of a parameter; undefined where it is no filter, or none whose language we know. */
export function languageOf(operationId: string, parameter: string): FilterLanguage | undefined {
  const own = Object.hasOwn(filterLanguages, operationId) ? filterLanguages[operationId] : undefined;
  return own !== undefined && Object.hasOwn(own, parameter) ? own[parameter] : undefined;
}
