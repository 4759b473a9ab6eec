/** The kinds of things that an admin role is given or kept from. */
export const roleKinds = ["users", "groups", "apps"] as const;
/** One of them. */
export type RoleKind = (typeof roleKinds)[number];

/** How much of one kind a role shows. `some`: of it, only what is in reach; `unknown`: Attest does not know. */
export type RoleReach = "all" | "some" | "none" | "unknown";

/** One admin role of a credential, and what it shows. */
export interface HeldRole {
  /** As the org calls it. */
  readonly name: string;
  readonly reach: Readonly<Record<RoleKind, RoleReach>>;
  /** What it is limited to, in words such as "3 groups"; undefined where it is limited to nothing. */
  readonly limit: string | undefined;
  /** What it is limited to, by id or address: two readings of the same role are compared by it. */
  readonly limitedTo: readonly string[];
  /** User profile attributes that are hidden, in words such as "all but email"; undefined where none are. */
  readonly hidden: string | undefined;
  /** `READ_ONLY_ADMIN` and the like; `CUSTOM`. */
  readonly type: string;
  /** Of a custom role: what it lets do, as `okta.users.read`; empty where that could not be read. */
  readonly permissions: readonly string[];
}

/** What is known of the roles of a credential. */
export type RolesRead =
  | { readonly kind: "read"; readonly roles: readonly HeldRole[] }
  /** `refused`: the org does not let the credential read them; else they could not be read this time. */
  | { readonly kind: "unread"; readonly refused: boolean; readonly why: string };
