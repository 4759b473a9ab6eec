/** Permissions of custom admin roles, one of which is enough for each of these operations. */
interface PermissionRow {
  readonly permissions: readonly string[];
  /** operationIds, separated by blanks. */
  readonly operations: string;
}

/**
 * From Okta's catalogue of permissions (developer.okta.com: Okta Management, Guides, Permissions), whose sentence for each stands
 * beside it. The specification states permissions for ten operations alone. Only operations that the sentence names beyond
 * doubt are here: of all others it is not known which permission they need.
 */
const rows: readonly PermissionRow[] = [
  {
    // read: profile and credential information of users; manage: also create and manage them; userprofile: profiles alone.
    permissions: [
      "okta.users.read",
      "okta.users.manage",
      "okta.users.userprofile.read",
      "okta.users.userprofile.manage",
    ],
    operations: "listUsers getUser",
  },
  {
    // read: credential information too; credentials.manage: credential operations alone.
    permissions: ["okta.users.read", "okta.users.manage", "okta.users.credentials.manage"],
    operations: "listFactors getFactor listAuthenticatorEnrollments getAuthenticatorEnrollment",
  },
  // View the risk of users.
  { permissions: ["okta.users.risk.read", "okta.users.risk.manage"], operations: "getUserRisk" },
  // View API tokens.
  {
    permissions: ["okta.users.apitokens.read", "okta.users.apitokens.manage"],
    operations: "listApiTokens getApiToken",
  },
  {
    // Information about groups and their members.
    permissions: ["okta.groups.read", "okta.groups.manage"],
    operations: "listGroups getGroup listGroupUsers",
  },
  {
    // Information about apps and their members.
    permissions: ["okta.apps.read", "okta.apps.manage"],
    operations:
      "listApplications getApplication listApplicationUsers getApplicationUser " +
      "listApplicationGroupAssignments getApplicationGroupAssignment",
  },
  {
    // Client credentials of apps.
    permissions: ["okta.apps.clientCredentials.read", "okta.apps.manage"],
    operations: "listOAuth2ClientSecrets getOAuth2ClientSecret listJwk getJwk",
  },
  // Details of devices.
  { permissions: ["okta.devices.read", "okta.devices.manage"], operations: "listDevices getDevice listDeviceUsers" },
  {
    // Any policy.
    permissions: ["okta.policies.read", "okta.policies.manage"],
    operations:
      "listPolicies getPolicy listPolicyRules getPolicyRule listPolicyMappings getPolicyMapping createPolicySimulation",
  },
  {
    // Authorization servers.
    permissions: ["okta.authzServers.read", "okta.authzServers.manage"],
    operations:
      "listAuthorizationServers getAuthorizationServer listAuthorizationServerKeys getAuthorizationServerKey " +
      "listAuthorizationServerPolicies getAuthorizationServerPolicy listAuthorizationServerPolicyRules " +
      "getAuthorizationServerPolicyRule listOAuth2Claims getOAuth2Claim listOAuth2Scopes getOAuth2Scope",
  },
  {
    // Customizations.
    permissions: ["okta.customizations.read", "okta.customizations.manage"],
    operations:
      "listBrands getBrand listBrandThemes getBrandTheme listEmailTemplates getEmailTemplate listEmailCustomizations " +
      "getEmailCustomization getEmailSettings getSignInPage getErrorPage getSignOutPageSettings",
  },
  {
    // Identity Providers.
    permissions: ["okta.identityProviders.read", "okta.identityProviders.manage"],
    operations: "listIdentityProviders getIdentityProvider",
  },
  {
    // Roles, resources and admin assignments.
    permissions: ["okta.iam.read"],
    operations:
      "listRoles getRole listRolePermissions getRolePermission listResourceSets getResourceSet listResourceSetResources " +
      "getResourceSetResource listBindings getBinding listMembersOfBinding getMemberOfBinding " +
      "listUsersWithRoleAssignments listAssignedRolesForUser getUserAssignedRole listGroupAssignedRoles " +
      "getGroupAssignedRole listRolesForClient retrieveClientRole listGroupTargetsForRole " +
      "listApplicationTargetsForApplicationAdministratorRoleForUser getRoleTargetsByUserIdAndRoleId " +
      "listGroupTargetsForGroupRole listApplicationTargetsForApplicationAdministratorRoleForGroup " +
      "listGroupTargetRoleForClient listAppTargetRoleToClient",
  },
  // Realms.
  { permissions: ["okta.realms.read", "okta.realms.manage"], operations: "listRealms getRealm" },
  // Agents and their status.
  { permissions: ["okta.agents.read", "okta.agents.manage"], operations: "listAgentPools" },
  // Cases at Okta Support.
  { permissions: ["okta.support.cases.manage"], operations: "listOktaSupportCases" },
  {
    // Receivers of shared signals.
    permissions: ["okta.ssf.securityEventsProviders.read", "okta.ssf.securityEventsProviders.manage"],
    operations: "listSecurityEventsProviderInstances getSecurityEventsProviderInstance",
  },
  { permissions: ["okta.users.create", "okta.users.manage"], operations: "createUser" },
  { permissions: ["okta.users.userprofile.manage", "okta.users.manage"], operations: "updateUser replaceUser" },
  {
    permissions: ["okta.users.lifecycle.activate", "okta.users.lifecycle.manage", "okta.users.manage"],
    operations: "activateUser reactivateUser",
  },
  {
    permissions: ["okta.users.lifecycle.deactivate", "okta.users.lifecycle.manage", "okta.users.manage"],
    operations: "deactivateUser",
  },
  {
    permissions: ["okta.users.lifecycle.suspend", "okta.users.lifecycle.manage", "okta.users.manage"],
    operations: "suspendUser",
  },
  {
    permissions: ["okta.users.lifecycle.unsuspend", "okta.users.lifecycle.manage", "okta.users.manage"],
    operations: "unsuspendUser",
  },
  {
    permissions: ["okta.users.lifecycle.delete", "okta.users.lifecycle.manage", "okta.users.manage"],
    operations: "deleteUser",
  },
  {
    permissions: ["okta.users.lifecycle.unlock", "okta.users.lifecycle.manage", "okta.users.manage"],
    operations: "unlockUser",
  },
  {
    permissions: ["okta.users.lifecycle.clearSessions", "okta.users.lifecycle.manage", "okta.users.manage"],
    operations: "revokeUserSessions",
  },
  {
    permissions: ["okta.users.credentials.expirePassword", "okta.users.credentials.manage", "okta.users.manage"],
    operations: "expirePassword expirePasswordWithTempPassword",
  },
  {
    permissions: ["okta.users.credentials.resetPassword", "okta.users.credentials.manage", "okta.users.manage"],
    operations: "resetPassword",
  },
  {
    permissions: ["okta.users.credentials.resetFactors", "okta.users.credentials.manage", "okta.users.manage"],
    operations: "resetFactors",
  },
  { permissions: ["okta.groups.create", "okta.groups.manage"], operations: "addGroup" },
  { permissions: ["okta.groups.manage"], operations: "replaceGroup deleteGroup" },
  {
    permissions: ["okta.apps.manage"],
    operations: "createApplication replaceApplication deleteApplication activateApplication deactivateApplication",
  },
  {
    permissions: ["okta.devices.lifecycle.activate", "okta.devices.lifecycle.manage", "okta.devices.manage"],
    operations: "activateDevice",
  },
  {
    permissions: ["okta.devices.lifecycle.deactivate", "okta.devices.lifecycle.manage", "okta.devices.manage"],
    operations: "deactivateDevice",
  },
  {
    permissions: ["okta.devices.lifecycle.suspend", "okta.devices.lifecycle.manage", "okta.devices.manage"],
    operations: "suspendDevice",
  },
  {
    permissions: ["okta.devices.lifecycle.unsuspend", "okta.devices.lifecycle.manage", "okta.devices.manage"],
    operations: "unsuspendDevice",
  },
  {
    permissions: ["okta.devices.lifecycle.delete", "okta.devices.lifecycle.manage", "okta.devices.manage"],
    operations: "deleteDevice",
  },
  { permissions: ["okta.realms.manage"], operations: "createRealm replaceRealm deleteRealm" },
];

/** Permissions of a custom role by operationId: one of them is enough. */
export const permissions: ReadonlyMap<string, readonly string[]> = new Map(
  rows.flatMap((row) => row.operations.split(" ").map((operationId) => [operationId, row.permissions] as const)),
);
