import type { Embedded } from "../operation.ts";
import type { Property, Shape } from "../shape.ts";

const named = (name: string): Shape => ({ kind: "named", name });
const listOf = (items: Shape): Shape => ({ kind: "array", items });
const always = (shape: Shape): Property => ({ shape, required: true });
const maybe = (shape: Shape): Property => ({ shape, required: false });

const integer: Shape = { kind: "number", integer: true };

/** `hasAdminPrivlege` is the specification's own spelling; real orgs answer `hasAdminPrivilege`. */
const groupStats: Shape = {
  kind: "object",
  properties: {
    usersCount: always(integer),
    appsCount: always(integer),
    groupPushMappingsCount: always(integer),
    hasAdminPrivilege: always({ kind: "boolean" }),
    _links: maybe(named("Links")),
  },
};

const groupApp: Shape = {
  kind: "object",
  properties: {
    id: maybe({ kind: "string" }),
    name: maybe({ kind: "string" }),
    label: maybe({ kind: "string" }),
    signOnMode: maybe({ kind: "string" }),
  },
};

const deviceUserSummary: Shape = {
  kind: "object",
  properties: {
    id: maybe({ kind: "string" }),
    realmId: maybe({ kind: "string" }),
    profile: maybe({
      kind: "object",
      properties: {
        firstName: maybe({ kind: "string" }),
        lastName: maybe({ kind: "string" }),
        login: maybe({ kind: "string" }),
        email: maybe({ kind: "string" }),
      },
    }),
    _links: maybe(named("Links")),
  },
};

const groupExpands: Embedded = { stats: { stats: groupStats }, app: { app: groupApp } };
/** A scope as grants embed it: its id, sometimes with the rest. */
const grantScope: Shape = {
  kind: "object",
  properties: {
    id: always({ kind: "string" }),
    name: maybe({ kind: "string" }),
    displayName: maybe({ kind: "string" }),
    description: maybe({ kind: "string" }),
  },
};
const scopeExpand: Embedded = { scope: { scope: grantScope } };
const scopesExpand: Embedded = { scope: { scopes: listOf(named("OAuth2RefreshTokenScope")) } };
const userExpand: Embedded = { user: { user: named("User") } };
const roleTargets: Embedded = {
  "targets/groups": { targets: { kind: "object", properties: { groups: always(listOf(named("Group"))) } } },
  "targets/catalog/apps": {
    targets: {
      kind: "object",
      properties: {
        catalog: always({ kind: "object", properties: { apps: always(listOf(named("CatalogApplication"))) } }),
      },
    },
  },
};
const ruleNames: Embedded = {
  groupIdToGroupNameMap: {
    groupIdToGroupNameMap: { kind: "object", properties: {}, others: { kind: "string" } },
  },
};
const policyRules: Embedded = { rules: { rules: listOf(named("PolicyRule")) } };
const emailTemplateParts: Embedded = {
  settings: { settings: named("EmailSettingsResponse") },
  customizationCount: { customizationCount: integer },
};
const devices: Shape = {
  kind: "object",
  properties: {
    created: maybe({ kind: "string", format: "date-time" }),
    managementStatus: maybe({ kind: "string", values: ["MANAGED", "NOT_MANAGED"] }),
    screenLockType: maybe({ kind: "string", values: ["BIOMETRIC", "NONE", "PASSCODE"] }),
  },
};
const usersOfDevice = (user: Shape): Shape =>
  listOf({ ...devices, properties: { ...(devices.kind === "object" ? devices.properties : {}), user: always(user) } });

/**
 * `_embedded` parts by operation and value of `expand`; `user/*` stands for `user/` and an id. Where the specification leaves them open they come from Okta's
 * reference texts and release notes: `expand=stats` works on a single group although it is not documented there
 * (okta-sdk-nodejs issue 429).
 */
export const embedded: Readonly<Record<string, Embedded>> = {
  // Only together with filter=user.id eq "…", for that same user.
  listApplications: { "user/*": { user: named("AppUser") } },
  getApplication: { "user/*": { user: named("AppUser") } },
  listGroups: groupExpands,
  getGroup: groupExpands,
  listGroupRules: ruleNames,
  getGroupRule: ruleNames,
  listApplicationUsers: userExpand,
  getApplicationUser: userExpand,
  listApplicationGroupAssignments: { group: { group: named("Group") }, metadata: {} },
  getApplicationGroupAssignment: { group: { group: named("Group") }, metadata: {} },
  listScopeConsentGrants: scopeExpand,
  getScopeConsentGrant: scopeExpand,
  listUserGrants: scopeExpand,
  getUserGrant: scopeExpand,
  listGrantsForUserAndClient: scopeExpand,
  listOAuth2TokensForApplication: scopesExpand,
  getOAuth2TokenForApplication: scopesExpand,
  listRefreshTokensForUserAndClient: scopesExpand,
  getRefreshTokenForUserAndClient: scopesExpand,
  listRefreshTokensForAuthorizationServerAndClient: scopesExpand,
  getRefreshTokenForAuthorizationServerAndClient: scopesExpand,
  listPolicies: policyRules,
  getPolicy: policyRules,
  listAssignedRolesForUser: roleTargets,
  listGroupAssignedRoles: roleTargets,
  listDevices: {
    user: { users: usersOfDevice(named("User")) },
    userSummary: { users: usersOfDevice(deviceUserSummary) },
  },
  listIdentityProviderApplicationUsers: userExpand,
  listYubikeyOtpTokens: userExpand,
  getUser: { blocks: { blocks: listOf(named("UserBlock")) } },
  listEmailTemplates: emailTemplateParts,
  getEmailTemplate: emailTemplateParts,
};
