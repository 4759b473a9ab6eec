import type { Emulator } from "../../emulator/start-emulator.ts";
import { orgSettings } from "../../emulator/org/configuration/org-settings.ts";
import { textOf, type Item } from "./read-org.ts";

const fixedPaths = {
  listUsers: "/api/v1/users",
  listGroups: "/api/v1/groups?limit=3",
  listGroupRules: "/api/v1/groups/rules",
  listApplications: "/api/v1/apps?limit=200",
  listUsersWithRoleAssignments: "/api/v1/iam/assignees/users",
  listRoles: "/api/v1/iam/roles",
  listResourceSets: "/api/v1/iam/resource-sets",
  listUserTypes: "/api/v1/meta/types/user",
  getUserType: "/api/v1/meta/types/user/default",
  getUserSchema: "/api/v1/meta/schemas/user/default",
  getGroupSchema: "/api/v1/meta/schemas/group/default",
  getOrgSettings: "/api/v1/org",
  getWellknownOrgMetadata: "/.well-known/okta-organization",
  listNetworkZones: "/api/v1/zones",
  listPolicies: "/api/v1/policies?type=PASSWORD",
  listAuthenticators: "/api/v1/authenticators",
  listDevices: "/api/v1/devices?limit=5",
  listLogEvents: "/api/v1/logs?limit=50",
  listTrustedOrigins: "/api/v1/trustedOrigins",
  listIdentityProviders: "/api/v1/idps",
  listAuthorizationServers: "/api/v1/authorizationServers",
  listEventHooks: "/api/v1/eventHooks",
  listInlineHooks: "/api/v1/inlineHooks",
  listLogStreams: "/api/v1/logStreams",
  listBehaviorDetectionRules: "/api/v1/behaviors",
  listFeatures: "/api/v1/features",
  listBrands: "/api/v1/brands",
  listRealms: "/api/v1/realms",
  listPrincipalRateLimitEntities: "/api/v1/principal-rate-limits",
  listApiTokens: "/api/v1/api-tokens",
  listIdentityProviderKeys: "/api/v1/idps/credentials/keys",
  listProfileMappings: "/api/v1/mappings",
  listAgentPools: "/api/v1/agentPools",
  listCustomDomains: "/api/v1/domains",
  listEmailDomains: "/api/v1/email-domains",
  listLinkedObjectDefinitions: "/api/v1/meta/schemas/user/linkedObjects",
  listCaptchaInstances: "/api/v1/captchas",
  listDeviceAssurancePolicies: "/api/v1/device-assurances",
  listAuthorizationServerPolicies: "/api/v1/authorizationServers/default/policies",
  listOAuth2Scopes: "/api/v1/authorizationServers/default/scopes",
  listOAuth2Claims: "/api/v1/authorizationServers/default/claims",
  listAuthorizationServerKeys: "/api/v1/authorizationServers/default/credentials/keys",
  listOAuth2ClientsForAuthorizationServer: "/api/v1/authorizationServers/default/clients",
  ...Object.fromEntries(orgSettings.map(({ operationId, path }) => [operationId, path])),
};

/** Operations that the emulator serves with content of its own, each with a path that has something to show. */
export function servedPaths(org: Emulator): Readonly<Record<string, string>> {
  const dump = org.dump();
  const idOf = (items: readonly Item[], name = "id"): string => textOf(items[0]?.[name]);
  const app = textOf(dump.apps.find((one) => one["label"] === "GitHub")?.["id"]);
  const appUser = dump.appUsers.find((one) => one["appId"] === app && one["scope"] === "GROUP");
  const appGroup = dump.appGroups.find((one) => one["appId"] === app);
  const factor = dump.factors.find((one) => one["factorType"] === "question") ?? {};
  const role = dump.userRoles.find((one) => one["type"] === "CUSTOM") ?? {};
  const roleGroup = idOf(dump.groupRoles, "groupId");
  const device = dump.deviceUsers[0] ?? {};
  const policy = dump.policyRules[0] ?? {};
  const user = textOf(appUser?.["userId"]);
  const service = textOf(dump.apps.find((one) => one["label"] === "Terraform service")?.["id"]);
  const set = `/api/v1/iam/resource-sets/${textOf(role["resource-set"])}`;
  return {
    ...fixedPaths,
    getUser: `/api/v1/users/${user}`,
    listAuthenticatorEnrollments: `/api/v1/users/${textOf(factor["userId"])}/authenticator-enrollments`,
    getUserRisk: `/api/v1/users/${user}/risk`,
    getUserClassification: `/api/v1/users/${user}/classification`,
    getApplicationUserSchema: `/api/v1/meta/schemas/apps/${app}/default`,
    listUserGroups: `/api/v1/users/${user}/groups`,
    listFactors: `/api/v1/users/${textOf(factor["userId"])}/factors`,
    getFactor: `/api/v1/users/${textOf(factor["userId"])}/factors/${textOf(factor["id"])}`,
    listAssignedRolesForUser: `/api/v1/users/${textOf(role["userId"])}/roles`,
    listAppLinks: `/api/v1/users/${user}/appLinks`,
    listUserDevices: `/api/v1/users/${textOf(device["userId"])}/devices`,
    getGroup: `/api/v1/groups/${textOf(appGroup?.["groupId"])}`,
    listGroupUsers: `/api/v1/groups/${textOf(appGroup?.["groupId"])}/users`,
    listAssignedApplicationsForGroup: `/api/v1/groups/${textOf(appGroup?.["groupId"])}/apps`,
    listGroupAssignedRoles: `/api/v1/groups/${roleGroup}/roles`,
    getApplication: `/api/v1/apps/${app}`,
    listApplicationUsers: `/api/v1/apps/${app}/users?expand=user`,
    getApplicationUser: `/api/v1/apps/${app}/users/${user}`,
    listApplicationGroupAssignments: `/api/v1/apps/${app}/groups`,
    getApplicationGroupAssignment: `/api/v1/apps/${app}/groups/${textOf(appGroup?.["groupId"])}`,
    listApplicationKeys: `/api/v1/apps/${app}/credentials/keys`,
    listFeaturesForApplication: `/api/v1/apps/${app}/features`,
    listGroupPushMappings: `/api/v1/apps/${app}/group-push/mappings`,
    listScopeConsentGrants: `/api/v1/apps/${service}/grants`,
    getRole: `/api/v1/iam/roles/${idOf(dump.roles)}`,
    listRolePermissions: `/api/v1/iam/roles/${idOf(dump.roles)}/permissions`,
    listResourceSetResources: `${set}/resources`,
    listBindings: `${set}/bindings`,
    listMembersOfBinding: `${set}/bindings/${textOf(role["role"])}/members`,
    getPolicy: `/api/v1/policies/${textOf(policy["policyId"])}`,
    listPolicyRules: `/api/v1/policies/${textOf(policy["policyId"])}/rules`,
    listAuthenticatorMethods: `/api/v1/authenticators/${idOf(dump.authenticators)}/methods`,
    listDeviceUsers: `/api/v1/devices/${textOf(device["deviceId"])}/users`,
  };
}
