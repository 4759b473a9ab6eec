import type { HeldRole } from "./held-role.ts";

/** What a standard role shows, and which kind of targets it may be confined to. */
export interface StandardRole {
  readonly reach: HeldRole["reach"];
  readonly targets: "groups" | "apps" | undefined;
}

const whole: StandardRole = { reach: { users: "all", groups: "all", apps: "all" }, targets: undefined };
// Okta keeps the group Everyone from group administrators, even from those without targets.
const overGroups: StandardRole = { reach: { users: "all", groups: "some", apps: "none" }, targets: "groups" };

const known: ReadonlyMap<string, StandardRole> = new Map([
  ["SUPER_ADMIN", whole],
  ["ORG_ADMIN", whole],
  ["READ_ONLY_ADMIN", whole],
  ["REPORT_ADMIN", whole],
  ["API_ACCESS_MANAGEMENT_ADMIN", whole],
  ["APP_ADMIN", { ...whole, targets: "apps" }],
  ["USER_ADMIN", overGroups],
  ["HELP_DESK_ADMIN", overGroups],
  ["GROUP_MEMBERSHIP_ADMIN", overGroups],
]);

/** What a standard role shows without targets. Of a role that Attest does not know, nothing is taken for granted. */
export function standardRole(type: string): StandardRole {
  return known.get(type) ?? { reach: { users: "unknown", groups: "unknown", apps: "unknown" }, targets: undefined };
}
