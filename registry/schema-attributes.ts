import { createHash } from "node:crypto";
import { baseAppUser } from "./app-attributes.ts";
import type { AppUserAttribute, KnownApps, OrgSchema, SchemaAttribute } from "./org-schema.ts";
import type { Shape } from "./shape.ts";

/** What an attribute can be called: names are written into types. */
export const attributeName: RegExp = /^[A-Za-z_][A-Za-z0-9_]*$/;

const textAttributes =
  "login email secondEmail firstName lastName middleName honorificPrefix honorificSuffix title displayName nickName " +
  "profileUrl primaryPhone mobilePhone streetAddress city state zipCode countryCode postalAddress preferredLanguage " +
  "locale timezone userType employeeNumber costCenter organization division department managerId manager";

const baseUser: readonly SchemaAttribute[] = textAttributes.split(" ").map((name) => ({
  name,
  // Okta makes a user by login and email; every other base attribute can be made optional, and is null or absent then.
  shape: { kind: "string", ...(name === "login" || name === "email" ? {} : { nullable: true }) },
  from: "base",
}));

const baseGroup: readonly SchemaAttribute[] = [
  { name: "name", shape: { kind: "string" }, from: "base" },
  { name: "description", shape: { kind: "string", nullable: true }, from: "base" },
];

/** What is known of the users of an org's apps; the usual attributes where no app's schema was read. */
export interface AppUsers {
  readonly appUser: readonly AppUserAttribute[];
  readonly apps: KnownApps;
}

const unreadApps: AppUsers = { appUser: baseAppUser, apps: { known: 0, all: undefined } };

/** Okta's own 31 user attributes, 2 group attributes and the usual ones of app users: what is known of an org that was not read. */
export function baseSchema(): OrgSchema {
  return schemaOf({ user: baseUser, group: baseGroup, degraded: true, readAt: undefined });
}

/**
 * An org's attributes from the bodies of `getUserSchema` and `getGroupSchema`, either of which may be missing or of another
 * form: then that half is Okta's base attributes and the schema says `degraded`. Contract: never throws.
 */
export function parseOrgSchema(
  userSchema: unknown,
  groupSchema: unknown,
  readAt?: string,
  appUsers: AppUsers = unreadApps,
): OrgSchema {
  const user = attributesOf(userSchema, baseUser);
  const group = attributesOf(groupSchema, baseGroup);
  return schemaOf({
    user: user ?? baseUser,
    group: group ?? baseGroup,
    degraded: user === undefined || group === undefined,
    readAt,
    ...appUsers,
  });
}

/** The attributes of one app's users from the body of `getApplicationUserSchema`; undefined for a body of another form. */
export function parseAppAttributes(schema: unknown): readonly SchemaAttribute[] | undefined {
  return attributesOf(schema, []);
}

/** A schema with its version, and with the usual attributes of app users where it says nothing of them. */
export function schemaOf(given: Omit<OrgSchema, "version" | keyof AppUsers> & Partial<AppUsers>): OrgSchema {
  const schema = { ...unreadApps, ...given };
  const text = JSON.stringify([schema.user, schema.group, schema.degraded, schema.appUser, schema.apps]);
  return { ...schema, version: createHash("sha256").update(text).digest("hex") };
}

function attributesOf(schema: unknown, base: readonly SchemaAttribute[]): readonly SchemaAttribute[] | undefined {
  const definitions = field(schema, "definitions");
  const baseProperties = field(field(definitions, "base"), "properties");
  if (!isObject(baseProperties)) return undefined;
  const custom = field(field(definitions, "custom"), "properties");
  return [
    ...parseAttributes(baseProperties, "base", base),
    ...(isObject(custom) ? parseAttributes(custom, "custom", base) : []),
  ];
}

function parseAttributes(
  properties: Readonly<Record<string, unknown>>,
  from: "base" | "custom",
  base: readonly SchemaAttribute[],
): readonly SchemaAttribute[] {
  return Object.entries(properties)
    .filter(([name]) => attributeName.test(name) && !(name in Object.prototype))
    .map(([name, definition]) => {
      const known = from === "base" ? base.find((one) => one.name === name) : undefined;
      return known ?? { name, shape: { ...attributeShape(definition), nullable: true }, from };
    });
}

function attributeShape(definition: unknown): Shape {
  switch (field(definition, "type")) {
    case "string":
      return { kind: "string", ...valuesOf(definition) };
    case "integer":
      return { kind: "number", integer: true };
    case "number":
      return { kind: "number" };
    case "boolean":
      return { kind: "boolean" };
    case "array":
      return { kind: "array", items: attributeShape(field(definition, "items")) };
    default:
      return { kind: "unknown" };
  }
}

function valuesOf(definition: unknown): { readonly values?: readonly string[] } {
  const values = field(definition, "enum");
  if (!Array.isArray(values)) return {};
  const texts = values.filter((value): value is string => typeof value === "string" && value !== "");
  return texts.length === 0 ? {} : { values: texts };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function field(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
