import { valuesIn } from "../filters/evaluate-filter.ts";
import { zoneFilterRules } from "../filters/okta-filters.ts";
import { readFilter } from "../filters/read-filter.ts";
import { answerJson, type Answer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound } from "../http/okta-error.ts";
import { authenticators, methodsOf } from "../org/configuration/authenticators.ts";
import * as lists from "../org/configuration/settings-lists.ts";
import { apiTokens } from "../org/configuration/tokens.ts";
import { networkZones } from "../org/configuration/zones.ts";
import type { JsonObject } from "../org/json.ts";
import { collection } from "./collection.ts";

function narrowZones(call: Call, items: readonly JsonObject[]): readonly JsonObject[] | Answer {
  const test = readFilter("filter", call.query.get("filter"), zoneFilterRules);
  if (test === undefined) return items;
  return typeof test === "function" ? items.filter((item) => test(valuesIn(item))) : test;
}

function listMethods(call: Call): Answer {
  const asked = call.parameter("authenticatorId");
  const found = authenticators(call.org).find((item) => item["id"] === asked);
  return found === undefined ? notFound(asked, "Authenticator") : answerJson(methodsOf(call.org, found));
}

/** Reads of the org's configuration: zones, authenticators, tokens, providers, hooks, streams. */
export const configurationEndpoints: readonly Endpoint[] = [
  ...collection({
    list: "listNetworkZones",
    get: "getNetworkZone",
    path: "/api/v1/zones",
    items: networkZones,
    defaultLimit: 20,
    type: "NetworkZone",
    narrow: narrowZones,
  }),
  ...collection({
    list: "listAuthenticators",
    get: "getAuthenticator",
    path: "/api/v1/authenticators",
    items: authenticators,
    type: "Authenticator",
  }),
  {
    operationId: "listAuthenticatorMethods",
    path: "/api/v1/authenticators/:authenticatorId/methods",
    bucket: "/api/v1",
    answer: listMethods,
  },
  ...collection({
    list: "listApiTokens",
    get: "getApiToken",
    path: "/api/v1/api-tokens",
    items: apiTokens,
    type: "Token",
  }),
  ...collection({
    list: "listTrustedOrigins",
    get: "getTrustedOrigin",
    path: "/api/v1/trustedOrigins",
    items: lists.trustedOrigins,
    defaultLimit: 20,
    type: "TrustedOrigin",
  }),
  ...collection({
    list: "listIdentityProviders",
    get: "getIdentityProvider",
    path: "/api/v1/idps",
    items: lists.identityProviders,
    defaultLimit: 20,
    type: "IdpTrust",
  }),
  ...collection({
    list: "listAuthorizationServers",
    get: "getAuthorizationServer",
    path: "/api/v1/authorizationServers",
    items: lists.authorizationServers,
    defaultLimit: 200,
    type: "AuthorizationServer",
    alsoBy: "name",
  }),
  ...collection({
    list: "listEventHooks",
    get: "getEventHook",
    path: "/api/v1/eventHooks",
    items: lists.eventHooks,
    type: "EventHook",
  }),
  ...collection({
    list: "listInlineHooks",
    get: "getInlineHook",
    path: "/api/v1/inlineHooks",
    items: lists.inlineHooks,
    type: "InlineHook",
  }),
  ...collection({
    list: "listLogStreams",
    get: "getLogStream",
    path: "/api/v1/logStreams",
    items: lists.logStreams,
    defaultLimit: 20,
    type: "AppInstance",
  }),
  ...collection({
    list: "listBehaviorDetectionRules",
    get: "getBehaviorDetectionRule",
    path: "/api/v1/behaviors",
    items: lists.behaviors,
    type: "BehaviorDetectionRule",
    defaultLimit: 10,
  }),
  ...collection({
    list: "listFeatures",
    get: "getFeature",
    path: "/api/v1/features",
    items: lists.features,
    type: "Feature",
  }),
  ...collection({
    list: "listBrands",
    get: "getBrand",
    path: "/api/v1/brands",
    items: lists.brands,
    defaultLimit: 20,
    type: "Brand",
  }),
  ...collection({
    list: "listRealms",
    get: "getRealm",
    path: "/api/v1/realms",
    items: lists.realms,
    defaultLimit: 10,
    type: "Realm",
  }),
  ...collection({
    list: "listPrincipalRateLimitEntities",
    get: "getPrincipalRateLimitEntity",
    path: "/api/v1/principal-rate-limits",
    items: lists.principalRateLimits,
    type: "PrincipalRateLimit",
    bucket: "/api/v1/principal-rate-limits",
  }),
];
