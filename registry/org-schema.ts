import type { Shape } from "./shape.ts";

/** One profile attribute of an org's own schema. */
export interface SchemaAttribute {
  readonly name: string;
  readonly shape: Shape;
  /** `base` for Okta's own attributes, `custom` for the org's. */
  readonly from: "base" | "custom";
}

/** One attribute of app users: of one app, or of several that have it in common. */
export interface AppUserAttribute extends SchemaAttribute {
  /** How many of the apps whose schema is known have it; 0 where no app's is. */
  readonly ofApps: number;
  /** The first few of these apps. */
  readonly apps: readonly AppName[];
}

/** What an app is called: by its administrators, and by Okta's catalogue (`salesforce`). */
export interface AppName {
  readonly label: string;
  readonly name: string;
}

/** Of how many of the org's apps the schema of their users is known. */
export interface KnownApps {
  readonly known: number;
  /** Undefined where the org's apps were not read. */
  readonly all: number | undefined;
}

/** An org's profile attributes as read from its schemas. */
export interface OrgSchema {
  /** Hash of the attributes: a stub is cached under it. */
  readonly version: string;
  /** When it was read, ISO 8601; undefined for Okta's base attributes, used where no org is known. */
  readonly readAt: string | undefined;
  readonly user: readonly SchemaAttribute[];
  readonly group: readonly SchemaAttribute[];
  /** What users of the apps can have: the attributes of all apps whose schema is known, united. */
  readonly appUser: readonly AppUserAttribute[];
  readonly apps: KnownApps;
  /** True where the credential could not read the schemas of users and groups, so that only base attributes are known. */
  readonly degraded: boolean;
}
