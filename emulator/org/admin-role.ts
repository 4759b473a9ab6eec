/** Okta's standard roles that the org hands out, with the labels of the API. */
export const standardRoles = {
  SUPER_ADMIN: "Super Administrator",
  ORG_ADMIN: "Organization Administrator",
  APP_ADMIN: "Application Administrator",
  USER_ADMIN: "Group Administrator",
  HELP_DESK_ADMIN: "Help Desk Administrator",
  READ_ONLY_ADMIN: "Read-only Administrator",
  REPORT_ADMIN: "Report Administrator",
  API_ACCESS_MANAGEMENT_ADMIN: "API Access Management Administrator",
  GROUP_MEMBERSHIP_ADMIN: "Group Membership Administrator",
} as const;

/** Type of a standard role. */
export type StandardRoleType = keyof typeof standardRoles;

/** A standard role, with the groups (by name) or apps (by label) that it is confined to; without them it reaches all. */
export interface StandardAdminRole {
  readonly type: StandardRoleType;
  readonly groups?: readonly string[];
  readonly apps?: readonly string[];
}

/** A custom role with the resource set that it is bound to. */
export interface CustomAdminRole {
  readonly type: "CUSTOM";
  readonly label: string;
  /** `okta.users.read`, `okta.groups.manage`, … */
  readonly permissions: readonly string[];
  /** `users`, `groups`, `apps` for all of them; `groups/NAME`, `groups/NAME/users` or `apps/LABEL` for one. */
  readonly resources: readonly string[];
  /** Profile attributes that a condition on the users permission hides. */
  readonly hides?: readonly string[];
}

/** The role of an admin, as a token of the emulated org may have it: what it does not reach is silently left out of lists. */
export type AdminRole = StandardAdminRole | CustomAdminRole;
