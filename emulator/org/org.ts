import type { AppRow } from "./app-rows.ts";
import type { Assignment } from "./assignments.ts";
import type { CustomRole } from "./custom-roles.ts";
import type { GroupRow } from "./group-rows.ts";
import type { JsonObject } from "./json.ts";
import type { Memberships } from "./memberships.ts";
import type { OrgBase } from "./org-base.ts";
import type { Person } from "./person.ts";
import type { RoleGrant } from "./role-rows.ts";

/** An API token that the org takes, with the index of the person who made it. */
export interface TakenToken {
  readonly text: string;
  readonly person: number;
  readonly ageDays: number;
}

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
  readonly customRoles: readonly CustomRole[];
  readonly userGrants: ReadonlyMap<number, readonly RoleGrant[]>;
  readonly groupGrants: ReadonlyMap<number, readonly RoleGrant[]>;
  /** Roles of service apps, by the index of the app. */
  readonly appGrants: ReadonlyMap<number, readonly RoleGrant[]>;
  readonly tokens: readonly TakenToken[];
  /** Index of a person by id, and by login in lower case. */
  readonly personIndex: ReadonlyMap<string, number>;
  readonly groupIndex: ReadonlyMap<string, number>;
  readonly appIndex: ReadonlyMap<string, number>;
  /** Goes up with every write, so that what was worked out from the org before is known to be old. */
  readonly version: number;
}

/** The same state in the hands of a write. Only the files of emulator/writes hold it so. */
export interface OrgState extends Org {
  readonly people: Person[];
  readonly groups: GroupRow[];
  readonly memberships: { readonly members: (readonly number[])[]; readonly groupsOf: (readonly number[])[] };
  readonly assignments: Assignment[];
  readonly customRoles: CustomRole[];
  readonly userGrants: Map<number, readonly RoleGrant[]>;
  readonly personIndex: Map<string, number>;
  readonly groupIndex: Map<string, number>;
  version: number;
}
