import { expect, test } from "vitest";
import { findOperation } from "../../registry/catalogue.ts";
import { baseSchema } from "../../registry/schema-attributes.ts";
import { compileSnippet } from "./compile-snippet.ts";

/** Expressions over every area of the API, as an administrator's questions need them: all of them compile together. */
const lines = [
  "const events = await okta.listLogEvents({ since: daysAgo(7), until: now(), filter: 'eventType eq \"user.session.start\"' }).all()",
  "events.map((one) => ({ who: one.actor?.alternateId ?? null, ip: one.client?.ipAddress ?? null, why: one.outcome?.reason ?? null }))",
  "events.flatMap((one) => one.target ?? []).filter((one) => one.type === 'AppInstance').map((one) => one.displayName)",
  "events.map((one) => one.client?.geographicalContext?.country ?? null)",
  "events.map((one) => one.debugContext?.debugData?.['risk'] ?? null)",
  "const groups = await okta.listGroups({ expand: 'stats' }).all()",
  "groups.filter((one) => one.type === 'OKTA_GROUP' && one._embedded.stats.usersCount === 0).map((one) => one.profile.name)",
  "const rules = await okta.listGroupRules({ expand: 'groupIdToGroupNameMap' }).all()",
  "rules.filter((one) => one.status === 'INVALID').map((one) => one.actions?.assignUserToGroups?.groupIds ?? [])",
  "rules.map((one) => one.conditions?.expression?.value ?? null)",
  "const apps = await okta.listApplications({ filter: 'status eq \"ACTIVE\"' }).all()",
  "apps.filter((one) => one.features?.includes('PROFILE_MASTERING')).map((one) => one.label)",
  "apps.map((one) => one._links?.accessPolicy?.href?.split('/').at(-1) ?? null)",
  "apps.map((one) => (one.signOnMode === 'OPENID_CONNECT' ? one.settings.oauthClient?.grant_types.join(' ') : null))",
  "apps.map((one) => one.credentials?.signing?.kid ?? null)",
  "const keys = await okta.listApplicationKeys({ appId: 'x' }).all()",
  "keys.filter((one) => isBefore(one.expiresAt, now())).map((one) => one.kid)",
  "const policies = await okta.listPolicies({ type: 'PASSWORD', expand: 'rules' }).all()",
  "policies.map((one) => (one.type === 'PASSWORD' ? (one.settings?.password?.age?.maxAgeDays ?? null) : null))",
  "policies.flatMap((one) => one._embedded.rules).map((one) => one.name)",
  "const access = await okta.listPolicyRules({ policyId: 'x' }).all()",
  "access.map((one) => (one.type === 'ACCESS_POLICY' ? (one.actions?.appSignOn?.access ?? null) : null))",
  "const tokens = await okta.listApiTokens().all()",
  "tokens.map((one) => ({ name: one.name, owner: one.userId, ends: one.expiresAt }))",
  "const devices = await okta.listDevices({ expand: 'userSummary' }).all()",
  "devices.map((one) => ({ name: one.profile.displayName, users: one._embedded.users.length, managed: one._embedded.users[0]?.managementStatus ?? null }))",
  "const zones = await okta.listNetworkZones().all()",
  "zones.map((one) => (one.type === 'IP' ? (one.gateways?.length ?? 0) : 0))",
  "const providers = await okta.listIdentityProviders().all()",
  "providers.map((one) => `${one.name} ${one.type} ${one.status}`)",
  "const servers = await okta.listAuthorizationServers().all()",
  "servers.map((one) => ({ name: one.name, mode: one.credentials?.signing?.rotationMode ?? null, audience: one.audiences[0] ?? null }))",
  "const roles = await okta.listAssignedRolesForUser({ userId: 'x', expand: 'targets/groups' }).all()",
  "roles.map((one) => ({ role: one.label, how: one.assignmentType, groups: one._embedded.targets.groups.map((group) => group.profile.name) }))",
  "const grants = await okta.listScopeConsentGrants({ appId: 'x' }).all()",
  "grants.filter((one) => one.scopeId.endsWith('.manage')).length",
  "const own = await okta.listAuthenticatorEnrollments({ userId: 'x' }).all()",
  "own.filter((one) => one.status === 'ACTIVE').map((one) => one.name)",
  "const check = await okta.getApplicationUser({ appId: 'x', userId: 'y' })",
  "export const has = check === undefined ? 'no' : check.status",
  "const authenticators = await okta.listAuthenticators().all()",
  "authenticators.map((one) => ({ key: one.key, status: one.status }))",
  "const origins = await okta.listTrustedOrigins().all()",
  "origins.filter((one) => one.origin.startsWith('http:')).map((one) => one.name)",
  "const agents = await okta.listAgentPools().all()",
  "agents.flatMap((one) => one.agents).map((one) => ({ name: one.name, at: one.lastConnection ?? null }))",
  "const sets = await okta.listResourceSets().all()",
  "export const members = await each(sets, async (one) => (await okta.listBindings({ resourceSetIdOrLabel: one.id }).all()).length)",
  "const support = await okta.getOrgOktaSupportSettings()",
  "export const granted = support.support ?? null",
];

test("idiomatic uses over all areas of the API compile", () => {
  const source = ["import { okta, each, daysAgo, now, isBefore } from 'okta'", ...lines].join(";\n");
  const called = [...source.matchAll(/okta\.(\w+)/g)].map((match) => match[1] ?? "");
  const missing = called.filter((one) => findOperation(one) === undefined);
  expect([missing, compileSnippet(called, baseSchema(), source)]).toEqual([[], []]);
});
