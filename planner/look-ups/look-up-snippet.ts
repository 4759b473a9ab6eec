import type { ParameterValues } from "../../terms/snippet.ts";
import type { LookUpRequest, LookUpSubject } from "../context.ts";

/** A look-up as a snippet with the parameters to run it with. */
export interface LookUpSnippet {
  readonly source: string;
  readonly parameters: ParameterValues;
}

interface ListText {
  readonly title: string;
  /** Text of the read. */
  readonly read: string;
  /** Text of an item's name. */
  readonly name: string;
  /** Further cells over `item`, where the subject has them. */
  readonly status?: string;
  readonly type?: string;
  readonly count?: string;
}

type ListSubject = Exclude<LookUpSubject, "attribute-values" | "user-attributes" | "user-types" | "policies">;

const lists: Readonly<Record<ListSubject, ListText>> = {
  applications: {
    title: "Names of apps",
    read: "okta.listApplications({})",
    name: "item.label",
    status: "item.status",
    type: "item.signOnMode ?? null",
  },
  groups: {
    title: "Names of groups with their sizes",
    read: "okta.listGroups({ expand: 'stats' })",
    name: "item.profile.name",
    type: "item.type",
    count: "item._embedded.stats.usersCount",
  },
  roles: { title: "Names of custom admin roles", read: "okta.listRoles({})", name: "item.label" },
  zones: {
    title: "Names of network zones",
    read: "okta.listNetworkZones({})",
    name: "item.name",
    status: "item.status",
    type: "item.type",
  },
  authenticators: {
    title: "Names of authenticators",
    read: "okta.listAuthenticators({})",
    name: "item.name",
    status: "item.status",
    type: "item.key",
  },
};

/**
 * The fixed snippet behind a look-up. Its rows have `name` (`attribute` for user attributes) and those of `id`, `status`, `type`, `count` that the subject has; it notes how many names it read, as
 * `outOf 812`. Throws a TypeError for an attribute that cannot be one.
 */
export function lookUpSnippet(request: LookUpRequest): LookUpSnippet {
  const parameters = { words: request.words.length === 0 ? [""] : request.words };
  switch (request.subject) {
    case "attribute-values":
      return { source: valuesSource(request.attribute ?? ""), parameters };
    case "user-attributes":
      return { source: attributesSource(), parameters };
    case "user-types":
      return { source: userTypesSource(), parameters };
    case "policies":
      return { source: policiesSource(), parameters };
    case "applications":
    case "groups":
    case "roles":
    case "zones":
    case "authenticators":
      return { source: listSource(lists[request.subject]), parameters };
  }
}

const head = (title: string, imports: string): readonly string[] => [
  `import { ${imports} } from 'okta'`,
  "",
  `export const title = '${title}'`,
  "export const params = { words: [''] }",
  "",
  "export default async function ({ words }: typeof params) {",
];

const noted = "  note(`outOf ${rows.length}`)";
const named = "rows.filter((row) => words.some((word) => row.name.toLowerCase().includes(word.toLowerCase())))";
const kept = [noted, `  return ${named}`, "}", ""];

function listSource(list: ListText): string {
  return [
    ...head(list.title, "okta, note"),
    `  const items = await ${list.read}.all()`,
    "  const rows = items.map((item) => ({",
    `    name: ${list.name},`,
    "    id: item.id,",
    ...(["status", "type", "count"] as const).flatMap((one) =>
      list[one] === undefined ? [] : [`    ${one}: ${list[one]},`],
    ),
    "  }))",
    ...kept,
  ].join("\n");
}

/** User types with the number of users of each; only users of types that are named are read, and deactivated ones not counted. */
function userTypesSource(): string {
  return [
    ...head("Names of user types with their numbers of users", "okta, each, filter, note"),
    "  const types = await okta.listUserTypes({}).all()",
    "  const rows = types.map((type) => ({ id: type.id ?? '', name: type.displayName ?? type.name ?? '' }))",
    noted,
    `  const asked = ${named}`,
    "  return each(asked, async ({ id, name }) => {",
    "    const users = await okta.listUsers({ search: filter`type.id eq ${id}` }).all()",
    "    return { name, id, count: users.filter((user) => user.status !== 'DEPROVISIONED').length }",
    "  })",
    "}",
    "",
  ].join("\n");
}

/** Values of one attribute with the number of users that have each; deactivated users are not counted. */
function valuesSource(attribute: string): string {
  if (!/^[A-Za-z][A-Za-z0-9_]{0,99}$/.test(attribute)) throw new TypeError(`${attribute} is no name of an attribute`);
  return [
    ...head(`Values of ${attribute} with their numbers of users`, "okta, note"),
    `  const set = await okta.listUsers({ search: 'profile.${attribute} pr' }).all()`,
    "  const users = set.filter((user) => user.status !== 'DEPROVISIONED')",
    "  const counts = new Map<string, number>()",
    "  for (const user of users) {",
    `    const value = String(user.profile.${attribute} ?? '').trim()`,
    "    counts.set(value, (counts.get(value) ?? 0) + 1)",
    "  }",
    "  const rows = [...counts].map(([name, count]) => ({ name, count }))",
    ...kept,
  ].join("\n");
}

function attributesSource(): string {
  return [
    ...head("Names of profile attributes of users", "okta, note"),
    "  const schema = await okta.getUserSchema({ schemaId: 'default' })",
    "  const base = Object.keys(schema.definitions?.base?.properties ?? {})",
    "  const custom = Object.keys(schema.definitions?.custom?.properties ?? {})",
    "  const rows = [...base, ...custom].map((attribute) => ({ attribute }))",
    ...kept.map((line) => line.replace("row.name", "row.attribute")),
  ].join("\n");
}

function policiesSource(): string {
  const types = ["OKTA_SIGN_ON", "ACCESS_POLICY", "MFA_ENROLL", "PASSWORD"];
  return [
    ...head("Names of policies", "okta, note"),
    ...types.map((type, index) => `  const list${index + 1} = await okta.listPolicies({ type: '${type}' }).all()`),
    `  const items = [${types.map((_, index) => `...list${index + 1}`).join(", ")}]`,
    "  const rows = items.map((item) => ({ name: item.name, id: item.id, status: item.status, type: item.type }))",
    ...kept,
  ].join("\n");
}
