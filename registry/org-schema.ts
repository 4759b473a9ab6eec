import type { Shape } from "./shape.ts";

/** One profile attribute of an org's own schema. */
export interface SchemaAttribute {
  readonly name: string;
  readonly shape: Shape;
  /** `base` for Okta's own attributes, `custom` for the org's. */
  readonly from: "base" | "custom";
}

/** An org's profile attributes as read from its schemas. */
export interface OrgSchema {
  /** Hash of the attributes: a stub is cached under it. */
  readonly version: string;
  /** When it was read, ISO 8601; undefined for Okta's base attributes, used where no org is known. */
  readonly readAt: string | undefined;
  readonly user: readonly SchemaAttribute[];
  readonly group: readonly SchemaAttribute[];
  /** True where the credential could not read the schema, so that only base attributes are known. */
  readonly degraded: boolean;
}
