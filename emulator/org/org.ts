import type { AppRow } from "./app-rows.ts";
import type { Assignment } from "./assignments.ts";
import type { GroupRow } from "./group-rows.ts";
import type { JsonObject } from "./json.ts";
import type { Memberships } from "./memberships.ts";
import type { OrgBase } from "./org-base.ts";
import type { RoleGrant } from "./role-rows.ts";

/** The whole state of the emulated org, by index; objects of the API are rendered from it. */
export interface Org extends OrgBase {
  /** Host of the admin console: stands in the links that Okta gives with it. */
  readonly adminOrigin: string;
  readonly groups: readonly GroupRow[];
  readonly apps: readonly AppRow[];
  readonly memberships: Memberships;
  /** One a app, in the order of the apps. */
  readonly assignments: readonly Assignment[];
  readonly groupRules: readonly JsonObject[];
  readonly userTypes: readonly JsonObject[];
  readonly userGrants: ReadonlyMap<number, readonly RoleGrant[]>;
  readonly groupGrants: ReadonlyMap<number, readonly RoleGrant[]>;
  /** Index of a person by id, and by login in lower case. */
  readonly personIndex: ReadonlyMap<string, number>;
  readonly groupIndex: ReadonlyMap<string, number>;
  readonly appIndex: ReadonlyMap<string, number>;
}
