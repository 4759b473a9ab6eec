import { dateText, dayMs } from "../clock-text.ts";
import type { JsonObject } from "../json.ts";
import { letters, objectId } from "../object-id.ts";
import type { Org } from "../org.ts";

/** What hangs on an authorization server: objects by the place of the server in the org's list. */
type PartsOf = (org: Org, server: number) => readonly JsonObject[];

function dated(org: Org, index: number): JsonObject {
  return { created: dateText(org.now - (800 - index) * dayMs), lastUpdated: dateText(org.now - (70 - index) * dayMs) };
}

/** Links of an object that hangs on the server of that place. */
function linksOf(org: Org, server: number, path: string, allow: readonly string[]): JsonObject {
  // As `authorizationServers` numbers them.
  const id = objectId(org.seed, "aus", server);
  return { self: { href: `${org.origin}/api/v1/authorizationServers/${id}/${path}`, hints: { allow } } };
}

const changeable = ["GET", "PUT", "DELETE"];

const standardScopes = ["openid", "profile", "email", "address", "phone", "offline_access", "device_sso"];

/** Okta's own scopes, and those that the org added. */
export const scopesOf: PartsOf = (org, server) => {
  const added = server === 0 ? ["orders.read", "orders.write"] : ["partners.read"];
  return [...standardScopes, ...added].map((name, index) => ({
    id: objectId(org.seed, "scp", server * 20 + index),
    name,
    displayName: name,
    description: index < standardScopes.length ? `Okta's own scope ${name}` : `Lets an app use ${name}`,
    system: index < standardScopes.length,
    default: false,
    optional: false,
    consent: name.endsWith(".write") ? "REQUIRED" : "IMPLICIT",
    metadataPublish: index < standardScopes.length ? "ALL_CLIENTS" : "NO_CLIENTS",
  }));
};

/** The claims that tokens of the server carry. */
export const claimsOf: PartsOf = (org, server) => {
  const claim = (name: string, value: string, more: JsonObject): JsonObject => ({
    name,
    value,
    status: "ACTIVE",
    claimType: "RESOURCE",
    valueType: "EXPRESSION",
    conditions: { scopes: [] },
    system: false,
    alwaysIncludeInToken: true,
    ...more,
  });
  const claims = [
    claim("sub", "(appuser != null) ? appuser.userName : app.clientId", { system: true }),
    claim("department", "user.department", { claimType: "IDENTITY", alwaysIncludeInToken: false }),
    claim("groups", ".*", { valueType: "GROUPS", group_filter_type: "REGEX", status: "INACTIVE" }),
  ];
  return claims.slice(0, server === 0 ? 3 : 1).map((one, index) => {
    const id = objectId(org.seed, "ocl", server * 10 + index);
    return { id, ...one, apiResourceId: null, _links: linksOf(org, server, `claims/${id}`, changeable) };
  });
};

/** The keys that the server signs with: the one in use, the next, and the last. */
export const keysOf: PartsOf = (org, server) =>
  ["ACTIVE", "NEXT", "EXPIRED"].map((status, index) => {
    const kid = letters(org.seed, "server-kid", server * 3 + index, 43);
    return {
      status,
      alg: "RS256",
      e: "AQAB",
      n: letters(org.seed, "server-key", server * 3 + index, 342),
      kid,
      kty: "RSA",
      use: "sig",
      _links: linksOf(org, server, `credentials/keys/${kid}`, ["GET"]),
    };
  });

/** The access policies of the server: one for every client, and at the first server one for the service apps. */
export const accessPoliciesOf: PartsOf = (org, server) => {
  const service = org.apps.find((app) => app.label === "Terraform service")?.id ?? "";
  const policies = [
    { name: "Service apps", description: "Apps that sign in with a key", clients: [service], system: false },
    { name: "Default Policy", description: "Default policy", clients: ["ALL_CLIENTS"], system: true },
  ];
  return policies.slice(server === 0 ? 0 : 1).map(({ name, description, clients, system }, index) => {
    const id = objectId(org.seed, "00p", 700 + server * 10 + index);
    return {
      type: "OAUTH_AUTHORIZATION_POLICY",
      id,
      status: "ACTIVE",
      name,
      description,
      priority: index + 1,
      system,
      conditions: { clients: { include: clients } },
      ...dated(org, index),
      _links: linksOf(org, server, `policies/${id}`, changeable),
    };
  });
};

/** The one rule of each access policy of the server, in the order of the policies. */
export const accessRulesOf: PartsOf = (org, server) =>
  accessPoliciesOf(org, server).map((policy, at) => accessRule(org, policy["system"] !== true, server * 10 + at));

function accessRule(org: Org, isService: boolean, index: number): JsonObject {
  return {
    type: "RESOURCE_ACCESS",
    id: objectId(org.seed, "0pr", 9000 + index),
    status: "ACTIVE",
    name: isService ? "Client credentials for an hour" : "Default Policy Rule",
    priority: 1,
    system: !isService,
    conditions: {
      people: { users: { include: [], exclude: [] }, groups: { include: ["EVERYONE"], exclude: [] } },
      grantTypes: { include: isService ? ["client_credentials"] : ["authorization_code", "implicit"] },
      scopes: { include: ["*"] },
    },
    actions: {
      token: {
        accessTokenLifetimeMinutes: 60,
        refreshTokenLifetimeMinutes: 0,
        refreshTokenWindowMinutes: isService ? 0 : 10_080,
      },
    },
    ...dated(org, 1),
  };
}

/** The OAuth clients that have had tokens of the server. */
export const clientsOf: PartsOf = (org, server) =>
  (server === 0 ? org.apps.filter((app) => app.signOnMode === "OPENID_CONNECT") : []).map((app) => ({
    client_id: app.id,
    client_name: app.label,
    client_uri: null,
    logo_uri: null,
  }));
