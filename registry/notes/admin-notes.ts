import type { OperationNotes } from "./operation-note.ts";

/** Notes on admins, their tokens and the System Log. */
export const adminNotes: OperationNotes = {
  listUsersWithRoleAssignments: {
    summary: "Users with admin roles, in one walk.",
    note: "Gives ids alone. Groups with roles are those where listGroups with expand stats has hasAdminPrivilege; listGroupUsers has their members.",
    words: "admins administrators admin role super admin who administers privileged last login dormant",
  },
  listAssignedRolesForUser: {
    summary: "Admin roles of one user, those inherited from groups included.",
    note: "label is the console's name; type USER_ADMIN is its Group Administrator.",
    cheaper: "listUsersWithRoleAssignments and members of groups with roles first, then roles of those users only.",
    words:
      "admin roles of a user super admin assigned individually or through group administrators role assignments who can administer",
  },
  listGroupAssignedRoles: {
    summary: "Admin roles of one group.",
    cheaper: "listGroups with expand stats marks groups with admin privilege; ask only those.",
    words: "admin groups roles assigned to a group administrators group membership",
  },
  getUserAssignedRole: {
    summary: "One admin role of one user.",
    note: "Takes the id of the assignment. undefined or an error does not rule out the same role by a group.",
    cheaper: "listAssignedRolesForUser gives all of a user's roles in one request.",
    words: "admin role",
  },
  listGroupTargetsForRole: {
    summary: "Groups that one admin role of a user is limited to.",
    note: "None means all groups. Only roles of help desk, group and membership admins have group targets; roleAssignmentId is that of the assignment, not the role's type.",
    cheaper: "listAssignedRolesForUser with expand targets/groups embeds them.",
    words: "admin targets administer groups scope",
  },
  listApplicationTargetsForApplicationAdministratorRoleForUser: {
    summary: "Apps that a user's app admin role is limited to.",
    note: "No targets means all apps. A target can be an integration and so stand for all its instances.",
    cheaper: "listAssignedRolesForUser with expand targets/catalog/apps embeds them.",
    words: "app administrator targets manages administer who manages app",
  },
  getRoleTargetsByUserIdAndRoleId: {
    summary: "All targets of one admin role of a user.",
    note: "All targets in one list, by orn; assignmentType tells those that came by a group.",
    words: "admin role targets administer what",
  },
  listGroupTargetsForGroupRole: {
    summary: "Groups that one admin role of a group is limited to.",
    note: "None means all groups. Every member of the group administers them.",
    cheaper: "listGroupAssignedRoles with expand targets/groups embeds them.",
    words: "admin targets",
  },
  listApplicationTargetsForApplicationAdministratorRoleForGroup: {
    summary: "Apps that a group's app admin role is limited to.",
    note: "None means all apps. Every member of the group administers them.",
    cheaper: "listGroupAssignedRoles with expand targets/catalog/apps embeds them.",
    words: "admin targets app",
  },
  listRoles: {
    summary: "Custom admin roles.",
    note: "Standard roles (SUPER_ADMIN and the like) are not in it.",
    words: "custom admin roles",
  },
  getRole: {
    summary: "One custom admin role.",
    note: "Custom roles alone, by id or label; a standard role such as SUPER_ADMIN is not found.",
    cheaper: "listRoles once gives them all.",
    words: "custom admin role",
  },
  listRolePermissions: {
    summary: "Permissions of one custom admin role.",
    note: "For custom roles alone; standard roles have no list. A permission may be limited further by its conditions.",
    cheaper: "Custom roles are few: read each once and keep it by role id.",
    words: "permissions of custom admin role",
  },
  listResourceSets: {
    summary: "Resource sets for custom admin roles.",
    note: "Only custom roles use resource sets: standard roles are limited by targets instead. Its resources are in listResourceSetResources.",
    words: "resource sets administer what",
  },
  listBindings: {
    summary: "Roles bound to one resource set.",
    note: "Role ids bound to the set, without who holds them: ask listMembersOfBinding for each.",
    cheaper: "To start from people, listUsersWithRoleAssignments and then their roles.",
    words: "custom role bindings admin assignment",
  },
  listMembersOfBinding: {
    summary: "Users, groups and clients of one binding.",
    note: "Members are users, groups and clients alike; which of them, the path of _links.self.href says. Members of a group are not spelled out.",
    cheaper: "For users alone, listAssignedRolesForUser also gives custom roles, those by a group included.",
    words: "custom role members admin who",
  },
  listResourceSetResources: {
    summary: "Resources in one resource set.",
    note: "A resource is named by its orn or by a link: one may stand for all users or all groups, and so for more than it lists.",
    words: "resources administer",
  },
  listRolesForClient: {
    summary: "Admin roles of one OAuth service app.",
    note: "Service apps alone: only an app that uses client credentials can hold admin roles. A scope granted without a role does nothing, and a role without the scope neither.",
    cheaper: "listApplications narrowed to OIDC service apps first, then only those.",
    words: "admin roles of service app client",
  },
  listApiTokens: {
    summary: "API tokens with owner and expiry; never their text.",
    note: "There is no time of last use: expiresAt minus tokenWindow comes close.",
    words: "api tokens ssws owner network unrestricted",
  },
  getApiToken: {
    summary: "One API token's description.",
    note: "A description, never the token. It acts with its owner's current roles and dies with the owner.",
    cheaper: "listApiTokens gives all of them in one request.",
    words: "api token",
  },
  listLogEvents: {
    summary: "System Log events: who did what, when, with which outcome.",
    note: "Give since and until: without since the last 7 days, without until it polls for ever. 90 days are kept. A failed sign-in is FAILURE or DENY. Join on actor.id, not on names.",
    words:
      "log events history login logins attempts failed sign-in signed in sign-ins audit when who changed last used activity recent countries IP address password change MFA push prompts suspicious reported lockout added removed admin console usage rate limit flooded spikes touch window unassigned period console verification device mfa reset",
  },
};
