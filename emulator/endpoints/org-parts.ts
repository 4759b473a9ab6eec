import { answerJson, type Answer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound } from "../http/okta-error.ts";
import * as parts from "../org/configuration/org-parts.ts";
import { identityProviders } from "../org/configuration/settings-lists.ts";
import type { JsonObject } from "../org/json.ts";
import { collection } from "./collection.ts";

/** A mapping in its list: Okta leaves the properties to the read of one. */
function withoutProperties({ properties: _properties, ...mapping }: JsonObject): JsonObject {
  return mapping;
}

function getMapping(call: Call): Answer {
  const asked = call.parameter("id");
  const found = parts.profileMappings(call.org).find((mapping) => mapping["id"] === asked);
  return found === undefined ? notFound(asked, "ProfileMapping") : answerJson(found);
}

function getDomain(call: Call): Answer {
  const asked = call.parameter("domainId");
  const found = parts.customDomains(call.org).find((domain) => domain["id"] === asked);
  return found === undefined ? notFound(asked, "Domain") : answerJson(found);
}

/** Who is called for bills and for technical matters: the first two administrators. */
function getContact(call: Call): Answer {
  const asked = call.parameter("contactType");
  const at = ["BILLING", "TECHNICAL"].indexOf(asked.toUpperCase());
  const userId = call.org.people[at]?.id;
  if (userId === undefined) return notFound(asked, "OrgContactType");
  return answerJson({ userId, _links: { user: { href: `${call.org.origin}/api/v1/users/${userId}` } } });
}

function listKeysOfProvider(call: Call): Answer {
  const asked = call.parameter("idpId");
  const at = identityProviders(call.org).findIndex((one) => one["id"] === asked);
  return at < 0 ? notFound(asked, "IdpTrust") : answerJson(parts.identityProviderKeys(call.org).slice(at, at + 1));
}

const bucket = "/api/v1";

/** Reads of what an org has besides its people: keys of providers, mappings, agents, domains, device assurances. */
export const orgPartEndpoints: readonly Endpoint[] = [
  ...collection({
    list: "listIdentityProviderKeys",
    path: "/api/v1/idps/credentials/keys",
    items: parts.identityProviderKeys,
    defaultLimit: 20,
    type: "IdpKey",
  }),
  {
    operationId: "listIdentityProviderSigningKeys",
    path: "/api/v1/idps/:idpId/credentials/keys",
    bucket,
    answer: listKeysOfProvider,
  },
  ...collection({
    list: "listProfileMappings",
    path: "/api/v1/mappings",
    items: (org) => parts.profileMappings(org).map(withoutProperties),
    defaultLimit: 20,
    type: "ProfileMapping",
  }),
  { operationId: "getProfileMapping", path: "/api/v1/mappings/:id", bucket, answer: getMapping },
  ...collection({
    list: "listAgentPools",
    path: "/api/v1/agentPools",
    items: parts.agentPools,
    defaultLimit: 200,
    type: "AgentPool",
    bucket: "/api/v1/agentPools",
  }),
  {
    operationId: "listCustomDomains",
    path: "/api/v1/domains",
    bucket: "/api/v1/domains",
    answer: ({ org }) => answerJson({ domains: parts.customDomains(org) }),
  },
  { operationId: "getCustomDomain", path: "/api/v1/domains/:domainId", bucket: "/api/v1/domains", answer: getDomain },
  { operationId: "getOrgContactUser", path: "/api/v1/org/contacts/:contactType", bucket, answer: getContact },
  ...collection({
    list: "listEmailDomains",
    path: "/api/v1/email-domains",
    items: parts.emailDomains,
    type: "EmailDomain",
  }),
  ...collection({
    list: "listLinkedObjectDefinitions",
    path: "/api/v1/meta/schemas/user/linkedObjects",
    items: parts.linkedObjectDefinitions,
    type: "LinkedObject",
  }),
  ...collection({ list: "listCaptchaInstances", path: "/api/v1/captchas", items: parts.captchas, type: "Captcha" }),
  ...collection({
    list: "listDeviceAssurancePolicies",
    get: "getDeviceAssurancePolicy",
    path: "/api/v1/device-assurances",
    items: parts.deviceAssurances,
    type: "DeviceAssurance",
    bucket: "/api/v1/device-assurances",
  }),
];
