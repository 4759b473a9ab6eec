import type { JsonObject } from "../json.ts";
import { letters, objectId } from "../object-id.ts";
import type { Org } from "../org.ts";
import { entries } from "./entry.ts";

/** The trusted origins of the org. */
export function trustedOrigins(org: Org): readonly JsonObject[] {
  const by = { createdBy: org.people[0]?.id, lastUpdatedBy: org.people[0]?.id };
  const scopes = [{ type: "CORS" }, { type: "REDIRECT" }];
  return entries(org, "tos", "/api/v1/trustedOrigins", [
    { ...by, name: "Intranet", origin: "https://intranet.acme.example", scopes, status: "ACTIVE" },
    { ...by, name: "Old portal", origin: "http://portal.acme.example", scopes, status: "INACTIVE" },
  ]);
}

/** The identity providers of the org. */
export function identityProviders(org: Org): readonly JsonObject[] {
  const policy = {
    provisioning: { action: "AUTO", profileMaster: false, groups: { action: "NONE" } },
    accountLink: { filter: null, action: "AUTO" },
    subject: { userNameTemplate: { template: "idpuser.email" }, matchType: "USERNAME" },
    maxClockSkew: 0,
  };
  const oidc = { type: "OIDC", scopes: ["openid"], issuer: { url: "https://id.partner.example" } };
  return entries(org, "0oi", "/api/v1/idps", [
    { issuerMode: "DYNAMIC", name: "Partner", status: "ACTIVE", protocol: oidc, policy, type: "OIDC" },
    { issuerMode: "DYNAMIC", name: "Old SAML", status: "INACTIVE", protocol: { type: "SAML2" }, policy, type: "SAML2" },
  ]).map((item, index) => ({ ...item, id: objectId(org.seed, "0oa", 5000 + index) }));
}

/** The authorization servers of the org. */
export function authorizationServers(org: Org): readonly JsonObject[] {
  const signing = { rotationMode: "AUTO", kid: letters(org.seed, "server-kid", 0, 43) };
  return entries(org, "aus", "/api/v1/authorizationServers", [
    {
      name: "default",
      description: "Default Authorization Server for your Applications",
      audiences: ["api://default"],
      issuer: `${org.origin}/oauth2/default`,
      issuerMode: "DYNAMIC",
      status: "ACTIVE",
      credentials: { signing },
    },
    {
      name: "Partner API",
      description: "For partners",
      audiences: ["api://partners"],
      issuer: `${org.origin}/oauth2/partners`,
      issuerMode: "DYNAMIC",
      status: "INACTIVE",
      credentials: { signing },
    },
  ]);
}

/** The event hooks of the org. */
export function eventHooks(org: Org): readonly JsonObject[] {
  const channel = {
    type: "HTTP",
    version: "1.0.0",
    config: {
      uri: "https://hooks.acme.example/okta",
      headers: [],
      method: "POST",
      authScheme: { type: "HEADER", key: "Authorization" },
    },
  };
  const events = { type: "EVENT_TYPE", items: ["user.lifecycle.create", "user.lifecycle.deactivate"], filter: null };
  return entries(org, "who", "/api/v1/eventHooks", [
    {
      status: "ACTIVE",
      verificationStatus: "VERIFIED",
      name: "Lifecycle",
      createdBy: org.people[0]?.id,
      events,
      channel,
    },
    {
      status: "INACTIVE",
      verificationStatus: "UNVERIFIED",
      name: "Trial",
      createdBy: org.people[1]?.id,
      events,
      channel,
    },
  ]);
}

/** The inline hooks of the org. */
export function inlineHooks(org: Org): readonly JsonObject[] {
  const channel = {
    type: "HTTP",
    version: "1.0.0",
    config: { uri: "https://hooks.acme.example/token", headers: [], method: "POST" },
  };
  return entries(org, "cal", "/api/v1/inlineHooks", [
    { status: "ACTIVE", name: "Token claims", type: "com.okta.oauth2.tokens.transform", version: "1.0.0", channel },
  ]);
}

/** The log streams of the org. */
export function logStreams(org: Org): readonly JsonObject[] {
  const settings = { accountId: "123456789012", eventSourceName: "acme", region: "eu-west-3" };
  return entries(org, "0os", "/api/v1/logStreams", [
    { type: "aws_eventbridge", name: "SIEM", status: "ACTIVE", settings },
  ]).map((item, index) => {
    const self = `${org.origin}/api/v1/logStreams/${objectId(org.seed, "0os", index)}`;
    const deactivate = { href: `${self}/lifecycle/deactivate`, method: "POST" };
    return { ...item, _links: { self: { href: self, method: "GET" }, deactivate } };
  });
}

/** The behaviours that sign-in rules may ask for; their dates are not ISO in Okta either. */
export function behaviors(org: Org): readonly JsonObject[] {
  const settings = { minEventsNeededForEvaluation: 0, maxEventsUsedForEvaluation: 20, granularity: "CITY" };
  const items = entries(org, "bhv", "/api/v1/behaviors", [
    { name: "New City", status: "ACTIVE", settings, type: "ANOMALOUS_LOCATION" },
    { name: "Velocity", status: "ACTIVE", settings: { velocityKph: 805 }, type: "VELOCITY" },
  ]);
  const spaced = (value: unknown): string => String(value).replace("T", " ").replace("00Z", "");
  return items.map((item) => ({ ...item, created: spaced(item["created"]), lastUpdated: spaced(item["lastUpdated"]) }));
}

/** The features of the org that may be switched. */
export function features(org: Org): readonly JsonObject[] {
  const bodies = [
    {
      type: "self-service",
      status: "ENABLED",
      name: "Import Monitoring Dashboard",
      stage: { value: "BETA", state: "OPEN" },
    },
    { type: "self-service", status: "DISABLED", name: "Device posture checks", stage: { value: "EA" } },
  ];
  return bodies.map((body, index) => {
    const id = objectId(org.seed, "ftr", index);
    const self = `${org.origin}/api/v1/features/${id}`;
    return {
      id,
      ...body,
      description: `Lets admins use ${body.name.toLowerCase()}`,
      _links: {
        self: { href: self },
        dependents: { href: `${self}/dependents` },
        dependencies: { href: `${self}/dependencies` },
      },
    };
  });
}

/** The brands of the org. */
export function brands(org: Org): readonly JsonObject[] {
  return entries(org, "bnd", "/api/v1/brands", [
    {
      name: "Acme",
      isDefault: true,
      agreeToCustomPrivacyPolicy: false,
      customPrivacyPolicyUrl: null,
      removePoweredByOkta: false,
    },
  ]).map(({ created: _created, lastUpdated: _lastUpdated, ...brand }) => brand);
}

/** The realms of the org. */
export function realms(org: Org): readonly JsonObject[] {
  return entries(org, "guo", "/api/v1/realms", [
    { profile: { name: "Default Realm", realmType: "DEFAULT" }, isDefault: true },
  ]);
}

/** The token's share of the rate limits; these dates have no milliseconds in Okta either. */
export function principalRateLimits(org: Org): readonly JsonObject[] {
  const date = (value: unknown): string => String(value).replace(".000Z", "Z");
  return entries(org, "prl", "/api/v1/principal-rate-limits", [
    {
      orgId: objectId(org.seed, "00o", 0),
      principalId: objectId(org.seed, "00T", 0),
      principalType: "SSWS_TOKEN",
      defaultPercentage: 50,
      defaultConcurrencyPercentage: 50,
    },
  ]).map(({ id, created, lastUpdated, _links, ...body }) => ({
    id,
    ...body,
    lastUpdate: date(lastUpdated),
    lastUpdatedBy: org.people[0]?.id,
    createdDate: date(created),
    createdBy: org.people[0]?.id,
  }));
}
