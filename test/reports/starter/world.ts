import type { Emulator } from "../../../emulator/start-emulator.ts";
import type { Row } from "../../../terms/cell.ts";
import { read, readAll } from "../../emulator/read-org.ts";

/** A user as the dump gives it. */
export interface User {
  readonly id: string;
  readonly status: string;
  readonly created: string;
  readonly activated: string | null;
  readonly statusChanged: string | null;
  readonly lastLogin: string | null;
  readonly passwordChanged: string | null;
  readonly profile: Readonly<Record<string, string | null | undefined>> & { readonly login: string };
  readonly credentials: { readonly provider: { readonly type: string } };
}

/** A group as the dump gives it. */
export interface Group {
  readonly id: string;
  readonly type: string;
  readonly lastMembershipUpdated: string;
  readonly profile: { readonly name: string };
}

/** An app as the dump gives it, with what only some have. */
export interface App {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly status: string;
  readonly signOnMode: string;
  readonly lastUpdated: string;
  readonly credentials: {
    readonly signing: { readonly kid: string };
    readonly oauthClient?: { readonly token_endpoint_auth_method: string };
  };
  readonly settings: {
    readonly implicitAssignment: boolean;
    readonly oauthClient?: { readonly grant_types: readonly string[] };
  };
  readonly _links: { readonly accessPolicy: { readonly href: string } };
}

/** A role of a user or a group. */
export interface Role {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly assignmentType: string;
  readonly created: string;
}

/** A rule of a policy. */
export interface PolicyRule {
  readonly policyId: string;
  readonly name: string;
  readonly type: string;
  readonly conditions: { readonly network?: { readonly include?: readonly string[] } } | null;
  readonly actions: {
    readonly appSignOn?: { readonly access: string; readonly verificationMethod?: { readonly factorMode: string } };
  };
}

/** A policy. */
export interface Policy {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly priority: number;
  readonly conditions: { readonly people: { readonly groups: { readonly include: readonly string[] } } } | null;
  readonly settings?: {
    readonly password?: {
      readonly complexity: { readonly minLength: number };
      readonly age: { readonly maxAgeDays: number; readonly historyCount?: number };
      readonly lockout: { readonly maxAttempts: number };
    };
  };
}

/** One event of the log. */
export interface LogEvent {
  readonly uuid: string;
  readonly published: string;
  readonly eventType: string;
  readonly displayMessage: string;
  readonly actor: { readonly id: string; readonly alternateId: string };
  readonly outcome: { readonly result: string };
  readonly client: { readonly ipAddress: string };
  readonly target:
    | readonly {
        readonly id: string;
        readonly type: string;
        readonly alternateId: string;
        readonly displayName: string;
      }[]
    | null;
}

/** The collections of the dump that the expected tables need. */
export interface Dump {
  readonly users: readonly User[];
  readonly groups: readonly Group[];
  readonly groupMembers: readonly { readonly groupId: string; readonly userId: string }[];
  readonly groupRules: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: string;
    readonly lastUpdated: string;
    readonly conditions: { readonly expression: { readonly value: string } };
    readonly actions: { readonly assignUserToGroups: { readonly groupIds: readonly string[] } };
  }[];
  readonly apps: readonly App[];
  readonly appUsers: readonly {
    readonly appId: string;
    readonly userId: string;
    readonly scope: string;
    readonly created: string;
  }[];
  readonly appGroups: readonly { readonly appId: string; readonly groupId: string }[];
  readonly factors: readonly {
    readonly userId: string;
    readonly factorType: string;
    readonly provider: string;
    readonly status: string;
  }[];
  readonly userRoles: readonly (Role & { readonly userId: string })[];
  readonly groupRoles: readonly (Role & { readonly groupId: string })[];
  readonly roles: readonly { readonly id: string; readonly label: string }[];
  readonly policies: readonly Policy[];
  readonly policyRules: readonly PolicyRule[];
  readonly zones: readonly Readonly<
    Record<"id" | "name" | "type" | "status" | "usage", string> & { system: boolean }
  >[];
  readonly apiTokens: readonly {
    readonly id: string;
    readonly name: string;
    readonly userId: string;
    readonly created: string;
    readonly expiresAt: string;
    readonly network: { readonly connection: string; readonly include?: readonly string[] };
  }[];
  readonly devices: readonly {
    readonly id: string;
    readonly status: string;
    readonly lastUpdated: string;
    readonly profile: { readonly displayName: string; readonly platform: string };
  }[];
  readonly deviceUsers: readonly {
    readonly deviceId: string;
    readonly userId: string;
    readonly managementStatus: string;
  }[];
}

/** All that an expected table is computed from: the org's state, what only its paths give, and the start of the run. */
export interface World {
  readonly dump: Dump;
  readonly events: readonly LogEvent[];
  /** A list as the org serves it, to its end. */
  readonly read: (path: string) => Promise<readonly unknown[]>;
  /** Start of the run in ms. */
  readonly now: number;
}

/** What a report must answer, and the requests that the cheapest known way takes. */
export interface Expected {
  readonly rows: readonly Row[];
  readonly cheapest: number;
}

/** From a world to what a report must answer. */
export type Expect = (world: World) => Expected | Promise<Expected>;

/** Milliseconds of a day. */
export const dayMs = 86_400_000;

/** Pages of so many items, and one for an empty list. */
export const pages = (items: number, size: number): number => Math.max(1, Math.ceil(items / size));

/** Whole days since a date. */
export const daysTo = (now: number, date: string | null): number | null =>
  date === null ? null : Math.floor((now - Date.parse(date)) / dayMs);

/** True before so many days ago, or never. */
export const before = (now: number, date: string | null, days: number): boolean =>
  date === null || Date.parse(date) < now - days * dayMs;

/** A list that the org serves bare, or wrapped in an object as those of roles and resource sets. */
async function readList(emulator: Emulator, path: string): Promise<readonly unknown[]> {
  if (!path.startsWith("/api/v1/iam/")) return readAll(emulator, path);
  const body = await read<Readonly<Record<string, unknown>>>(emulator, path);
  return Object.values(body).flatMap((value): readonly unknown[] => (Array.isArray(value) ? value : []));
}

/** Reads the state of an emulated org once. */
export async function readWorld(emulator: Emulator): Promise<Omit<World, "now">> {
  const until = new Date().toISOString();
  const since = new Date(Date.now() - 91 * dayMs).toISOString();
  const events = (await readAll(
    emulator,
    `/api/v1/logs?limit=1000&since=${since}&until=${until}`,
  )) as unknown as readonly LogEvent[];
  const dump = emulator.dump() as unknown as Dump;
  return { dump, events, read: (path) => readList(emulator, path) };
}
