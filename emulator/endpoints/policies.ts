import { answerJson, type Answer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound, oktaError } from "../http/okta-error.ts";
import { answerPage, walkOver } from "../http/page.ts";
import { accessPolicyId, appObject } from "../org/app-object.ts";
import type { AppRow } from "../org/app-rows.ts";
import { policies, type PolicyEntry } from "../org/configuration/policies.ts";
import type { JsonObject } from "../org/json.ts";
import { objectId } from "../org/object-id.ts";
import { propertyText } from "./property-text.ts";

function withRules(call: Call, { policy, rules }: PolicyEntry): JsonObject {
  return call.query.get("expand") === "rules" ? { ...policy, _embedded: { rules } } : policy;
}

function listPolicies(call: Call): Answer {
  const type = call.query.get("type");
  if (type === null || type === "") {
    return oktaError(400, "E0000028", "The request is missing a required parameter.", "type: The field is required.");
  }
  const status = call.query.get("status");
  const name = (call.query.get("q") ?? "").toLowerCase();
  const found = policies(call.org).filter(
    ({ policy }) =>
      policy["type"] === type &&
      (status === null || policy["status"] === status) &&
      propertyText(policy, "name").toLowerCase().startsWith(name),
  );
  const self = `<${call.org.origin}${call.path}?type=${encodeURIComponent(type)}>; rel="self"`;
  return answerJson(
    found.map((entry) => withRules(call, entry)),
    { link: [self] },
  );
}

function findPolicy(call: Call): PolicyEntry | Answer {
  const asked = call.parameter("policyId");
  return policies(call.org).find(({ policy }) => policy["id"] === asked) ?? notFound(asked, "Policy");
}

function getPolicy(call: Call): Answer {
  const found = findPolicy(call);
  return "policy" in found ? answerJson(withRules(call, found)) : found;
}

function listRules(call: Call): Answer {
  const found = findPolicy(call);
  return "policy" in found ? answerJson(found.rules) : found;
}

function getRule(call: Call): Answer {
  const found = findPolicy(call);
  if (!("policy" in found)) return found;
  const asked = call.parameter("ruleId");
  const rule = found.rules.find((one) => one["id"] === asked);
  return rule === undefined ? notFound(asked, "PolicyRule") : answerJson(rule);
}

function appsUnder({ org }: Call, policyId: string): readonly AppRow[] {
  return org.apps.filter((app) => accessPolicyId(org.seed, app) === policyId);
}

function listMappings(call: Call): Answer {
  const found = findPolicy(call);
  if (!("policy" in found)) return found;
  const { org } = call;
  const policyId = propertyText(found.policy, "id");
  const self = `${org.origin}/api/v1/policies/${policyId}/mappings`;
  return answerJson(
    appsUnder(call, policyId).map((app) => {
      const id = objectId(org.seed, "prm", app.index);
      return {
        id,
        _links: {
          self: { href: `${self}/${id}`, hints: { allow: ["GET", "DELETE"] } },
          application: { href: `${org.origin}/api/v1/apps/${app.id}` },
          policy: { href: `${org.origin}/api/v1/policies/${policyId}` },
        },
      };
    }),
  );
}

/** The apps that a policy stands over. */
function listApps(call: Call): Answer {
  const found = findPolicy(call);
  if (!("policy" in found)) return found;
  const policyId = propertyText(found.policy, "id");
  const texts = appsUnder(call, policyId).map((app) => ({
    id: app.id,
    text: () => JSON.stringify(appObject(call.org, app)),
  }));
  return answerPage(call, { defaultLimit: 20, maxLimit: 200, keep: [] }, walkOver(texts));
}

const bucket = "/api/v1";
const one = "/api/v1/policies/:policyId";

/** Reads of policies and their rules. */
export const policyEndpoints: readonly Endpoint[] = [
  { operationId: "listPolicies", path: "/api/v1/policies", bucket, answer: listPolicies },
  { operationId: "getPolicy", path: one, bucket, answer: getPolicy },
  { operationId: "listPolicyRules", path: `${one}/rules`, bucket, answer: listRules },
  { operationId: "getPolicyRule", path: `${one}/rules/:ruleId`, bucket, answer: getRule },
  { operationId: "listPolicyApps", path: `${one}/app`, bucket, answer: listApps },
  { operationId: "listPolicyMappings", path: `${one}/mappings`, bucket, answer: listMappings },
];
