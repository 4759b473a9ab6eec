import type { OperationNotes } from "./operation-note.ts";

/** Notes on admins, policies, the System Log and the org's own settings. */
export const adminAndPolicyNotes: OperationNotes = {
  listUsersWithRoleAssignments: {
    summary: "Users with admin roles, in one walk.",
    note: "Okta does not say whether roles inherited from groups are covered: add members of groups with roles. Gives ids alone.",
    words: "admins administrators admin role super admin who administers privileged last login dormant",
  },
  listAssignedRolesForUser: {
    summary: "Admin roles of one user, those inherited from groups included.",
    note: "assignmentType GROUP marks a role that came by a group.",
    cheaper: "listUsersWithRoleAssignments first, then roles of those users only.",
    words:
      "admin roles of a user super admin assigned individually or through group administrators role assignments who can administer",
  },
  listGroupAssignedRoles: {
    summary: "Admin roles of one group.",
    cheaper: "listGroups with expand stats marks groups with admin privilege; ask only those.",
    words: "admin groups roles assigned to a group administrators group membership",
  },
  getUserAssignedRole: { summary: "One admin role of one user.", words: "admin role" },
  listGroupTargetsForRole: {
    summary: "Groups that one admin role of a user is limited to.",
    words: "admin targets administer groups scope",
  },
  listApplicationTargetsForApplicationAdministratorRoleForUser: {
    summary: "Apps that a user's app admin role is limited to.",
    note: "No targets means all apps.",
    words: "app administrator targets manages administer who manages app",
  },
  getRoleTargetsByUserIdAndRoleId: {
    summary: "All targets of one admin role of a user.",
    words: "admin role targets administer what",
  },
  listGroupTargetsForGroupRole: {
    summary: "Groups that one admin role of a group is limited to.",
    words: "admin targets",
  },
  listApplicationTargetsForApplicationAdministratorRoleForGroup: {
    summary: "Apps that a group's app admin role is limited to.",
    words: "admin targets app",
  },
  listRoles: {
    summary: "Custom admin roles.",
    note: "Standard roles (SUPER_ADMIN and the like) are not in it.",
    words: "custom admin roles",
  },
  getRole: { summary: "One custom admin role.", words: "custom admin role" },
  listRolePermissions: { summary: "Permissions of one custom admin role.", words: "permissions of custom admin role" },
  listResourceSets: { summary: "Resource sets for custom admin roles.", words: "resource sets administer what" },
  listBindings: { summary: "Roles bound to one resource set.", words: "custom role bindings admin assignment" },
  listMembersOfBinding: {
    summary: "Users, groups and clients of one binding.",
    words: "custom role members admin who",
  },
  listResourceSetResources: { summary: "Resources in one resource set.", words: "resources administer" },
  listRolesForClient: { summary: "Admin roles of one OAuth service app.", words: "admin roles of service app client" },
  listApiTokens: {
    summary: "API tokens with owner and expiry; never their text.",
    note: "There is no time of last use: expiresAt minus tokenWindow comes close.",
    words: "api tokens ssws owner network unrestricted",
  },
  getApiToken: { summary: "One API token's description.", words: "api token" },
  listLogEvents: {
    summary: "System Log events: who did what, when, with which outcome.",
    note: "Give since and until: without since the last 7 days, without until it polls for ever. 90 days are kept. A failed sign-in is FAILURE or DENY. Join on actor.id, not on names.",
    words:
      "log events history login logins attempts failed sign-in signed in sign-ins audit when who changed last used activity recent countries IP address password change MFA push prompts suspicious reported lockout added removed admin console usage rate limit flooded spikes touch window unassigned period console verification device mfa reset",
  },
  listPolicies: {
    summary: "Policies of one type; expand=rules embeds their rules.",
    note: "type must be given: one request a type.",
    words:
      "policies password MFA enrollment sign-on global session authentication access idp discovery settings apply conditions app sign-in cookies lockout age requirement security blocking",
  },
  getPolicy: {
    summary: "One policy; expand=rules embeds its rules.",
    words: "policy details app sign-in authentication require must satisfy",
  },
  listPolicyRules: {
    summary: "Rules of one policy, by priority; the first that matches decides.",
    cheaper: "listPolicies with expand rules embeds the rules of every policy of a type.",
    words:
      "rules conditions of policy password VPN access rule session phishing resistant require authenticators must satisfy persistent cookies sign-in",
  },
  listPolicyMappings: {
    summary: "Apps and other things that one policy applies to.",
    words: "apps on a policy share mapping",
  },
  listPolicyApps: {
    summary: "Apps of one policy.",
    note: "Okta points to listPolicyMappings in its place.",
    words: "apps on policy",
  },
  listAuthenticators: {
    summary: "Authenticators of the org with key and status.",
    words: "authenticators MFA inactive methods enabled",
  },
  getAuthenticator: { summary: "One authenticator.", words: "authenticator settings" },
  listAuthenticatorMethods: { summary: "Methods of one authenticator.", words: "authenticator methods" },
  listNetworkZones: {
    summary: "Network zones.",
    words: "network zones IP ranges blocklist system location vpn remote",
  },
  getNetworkZone: { summary: "One network zone.", words: "zone" },
  listTrustedOrigins: {
    summary: "Trusted origins with scopes and status.",
    words: "CORS trusted origins wildcard localhost http redirect",
  },
  listBehaviorDetectionRules: {
    summary: "Behavior detection rules.",
    words: "behavior velocity new device new country",
  },
  getCurrentConfiguration: { summary: "ThreatInsight mode and exempt zones.", words: "threatinsight threat block" },
  listDeviceAssurancePolicies: {
    summary: "Device assurance policies: OS version, encryption, jailbreak.",
    words: "device assurance compliance OS version macOS Android iOS jailbreak encryption policy detection",
  },
  getDeviceAssurancePolicy: { summary: "One device assurance policy.", words: "device assurance OS version" },
  listDevicePostureChecks: { summary: "Device posture checks.", words: "posture checks" },
  listDeviceIntegrations: { summary: "Device integrations.", words: "device integrations endpoint security" },
  listAuthorizationServers: {
    summary: "Custom authorization servers with key rotation and status.",
    words: "authorization servers oauth inactive custom token key rotation",
  },
  listAuthorizationServerPolicies: {
    summary: "Access policies of one authorization server.",
    words: "authorization server policies",
  },
  listAuthorizationServerPolicyRules: {
    summary: "Rules of one access policy of an authorization server.",
    words: "token lifetime rules",
  },
  listOAuth2Scopes: { summary: "Scopes of one authorization server.", words: "oauth scopes" },
  listOAuth2Claims: { summary: "Claims of one authorization server.", words: "token claims configured" },
  listAuthorizationServerKeys: { summary: "Signing keys of one authorization server.", words: "keys rotation" },
  listOAuth2ClientsForAuthorizationServer: { summary: "Clients of one authorization server.", words: "oauth clients" },
  listIdentityProviders: {
    summary: "External identity providers with type and status.",
    words: "identity provider idp inactive stale federation SAML external",
  },
  getIdentityProvider: { summary: "One identity provider.", words: "idp" },
  listIdentityProviderKeys: {
    summary: "Certificates of all identity providers, with expiry, in one walk.",
    words: "certificate expiry SAML identity providers expiration dates",
  },
  listIdentityProviderSigningKeys: { summary: "Signing keys of one identity provider.", words: "idp signing keys" },
  listIdentityProviderApplicationUsers: {
    summary: "Users linked to one identity provider.",
    words: "idp users federated",
  },
  listLogStreams: {
    summary: "Log streams to other systems.",
    words: "log server off-load offload SIEM splunk audit records export stream",
  },
  listEventHooks: { summary: "Event hooks.", words: "event hooks webhook" },
  listInlineHooks: { summary: "Inline hooks.", words: "inline hooks" },
  listAgentPools: {
    summary: "Directory agents and their health.",
    note: "lastConnection is in milliseconds since 1970, not an ISO date.",
    words: "AD LDAP agents health version",
  },
  getOrgSettings: { summary: "Settings of the org: name, contacts' address, status.", words: "org settings company" },
  getOrgPreferences: { summary: "Preferences of the org's end-user pages.", words: "org preferences footer" },
  getOrgContactUser: { summary: "The org's billing or technical contact.", words: "contact billing technical" },
  getThirdPartyAdminSetting: { summary: "Whether third-party admins are allowed.", words: "third-party admin" },
  getOrgOktaSupportSettings: {
    summary: "Whether Okta Support may enter the org.",
    words: "okta support access impersonation",
  },
  listOktaSupportCases: { summary: "Support cases with access to the org.", words: "support cases" },
  getClientPrivilegesSetting: {
    summary: "Whether new service apps become super admins.",
    words: "service app super admin default",
  },
  getAutoAssignAdminAppSetting: {
    summary: "Whether new admins get the Admin Console app.",
    words: "admin console auto assign",
  },
  listPrincipalRateLimitEntities: {
    summary: "Shares of the rate limits by token or app.",
    words: "rate limits share token",
  },
  getRateLimitSettingsWarningThreshold: {
    summary: "When Okta warns about rate limits.",
    words: "rate limit warning close",
  },
  getRateLimitSettingsPerClient: { summary: "Rate limits per client.", words: "rate limits client" },
  listCustomDomains: { summary: "Custom domains of the org.", words: "custom domains certificate url" },
  getCustomDomain: { summary: "One custom domain with its certificate.", words: "custom domain certificate expiry" },
  listEmailDomains: { summary: "Email domains of the org.", words: "email domains sender" },
  listBrands: { summary: "Brands of the org.", words: "brands branding" },
  listEmailTemplates: {
    summary: "Email templates of one brand.",
    words: "email templates activation settings recipients",
  },
  getEmailSettings: {
    summary: "Who receives one email of a brand.",
    words: "who receives the activation email UserActivation recipients",
  },
  listEmailCustomizations: { summary: "Custom texts of one email template.", words: "email customization" },
  listFeatures: { summary: "Self-service features of the org.", words: "features early access beta" },
  getUserLockoutSettings: { summary: "Lockout settings of the org.", words: "lockout attempts" },
  getBotProtectionConfiguration: { summary: "Bot protection settings.", words: "bot protection" },
  listCaptchaInstances: { summary: "CAPTCHA settings.", words: "captcha" },
  listPushProviders: { summary: "Push providers.", words: "push provider" },
  listSecurityEventsProviderInstances: {
    summary: "Providers of security events.",
    words: "security events provider shared signals",
  },
  listIdentitySourceSessions: { summary: "Import sessions of one identity source.", words: "identity source import" },
};
