// Question: Which apps may call Okta's API on their own, with which scopes and admin roles?
// Area: tokens
// Key: id

// Counts: OpenID Connect apps with the grant type client_credentials
// Traps: a scope that ends in .manage allows changes; without an admin role a scope opens nothing

import { each, okta } from "okta";

export const title = "Service apps, their API scopes and roles";

export default async function () {
  const apps = await okta.listApplications().all();
  const services = apps.flatMap((app) =>
    app.signOnMode === "OPENID_CONNECT" && app.settings.oauthClient?.grant_types?.includes("client_credentials")
      ? [app]
      : [],
  );
  return each(services, async (app) => {
    const grants = await okta.listScopeConsentGrants({ appId: app.id }).all();
    const roles = await okta.listRolesForClient({ clientId: app.id }).all();
    const scopes = grants.map((grant) => grant.scopeId);
    return {
      id: app.id,
      label: app.label,
      status: app.status,
      grantTypes: app.settings.oauthClient?.grant_types ?? [],
      scopes,
      mayChange: scopes.filter((scope) => scope.endsWith(".manage")).length,
      roles: roles.map((role) => role.label ?? null),
      authentication: app.credentials.oauthClient?.token_endpoint_auth_method ?? null,
    };
  });
}
