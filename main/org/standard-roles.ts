import type { HeldRole } from "./held-role.ts";

/** What a standard role shows, which kind of targets it may be confined to, and whether it can do more than read. */
export interface StandardRole {
  readonly reach: HeldRole["reach"];
  readonly targets: "groups" | "apps" | undefined;
  readonly mayChange: boolean;
}

const everything = { users: "all", groups: "all", apps: "all" } as const;
const whole: StandardRole = { reach: everything, targets: undefined, mayChange: true };
const reading: StandardRole = { ...whole, mayChange: false };
// Okta keeps the group Everyone from group administrators, even from those without targets.
const overGroups: StandardRole = {
  reach: { users: "all", groups: "some", apps: "none" },
  targets: "groups",
  mayChange: true,
};

const known: ReadonlyMap<string, StandardRole> = new Map([
  ["SUPER_ADMIN", whole],
  ["ORG_ADMIN", whole],
  ["READ_ONLY_ADMIN", reading],
  ["REPORT_ADMIN", reading],
  ["API_ACCESS_MANAGEMENT_ADMIN", whole],
  ["APP_ADMIN", { ...whole, targets: "apps" }],
  ["USER_ADMIN", overGroups],
  ["HELP_DESK_ADMIN", overGroups],
  ["GROUP_MEMBERSHIP_ADMIN", overGroups],
]);

/** Whether a role lets its holder change something in the org, or Attest does not know that it does not. */
export function mayChange({ type, permissions }: Pick<HeldRole, "type" | "permissions">): boolean {
  if (type !== "CUSTOM") return standardRole(type).mayChange;
  return permissions.length === 0 || permissions.some((permission) => !permission.endsWith(".read"));
}

/** What a standard role shows without targets. Of a role that Attest does not know, nothing is taken for granted. */
export function standardRole(type: string): StandardRole {
  const reach = { users: "unknown", groups: "unknown", apps: "unknown" } as const;
  return known.get(type) ?? { reach, targets: undefined, mayChange: true };
}
