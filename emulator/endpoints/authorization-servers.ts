import { type Answer, answerJson, isAnswer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound } from "../http/okta-error.ts";
import { answerPage } from "../http/page.ts";
import * as parts from "../org/configuration/authorization-server-parts.ts";
import { authorizationServers } from "../org/configuration/settings-lists.ts";
import type { JsonObject } from "../org/json.ts";
import { walkObjects } from "./walk-objects.ts";

/** The place of the server that a path names by id or name, or 404. */
function placeOf(call: Call): number | Answer {
  const asked = call.parameter("authServerId");
  const at = authorizationServers(call.org).findIndex((one) => one["id"] === asked || one["name"] === asked);
  return at < 0 ? notFound(asked, "AuthorizationServer") : at;
}

type Parts = (call: Call, server: number) => readonly JsonObject[] | Answer;

function whole(find: Parts): Endpoint["answer"] {
  return (call) => {
    const server = placeOf(call);
    if (typeof server !== "number") return server;
    const found = find(call, server);
    return isAnswer(found) ? found : answerJson(found);
  };
}

function paged(find: (call: Call, server: number) => readonly JsonObject[]): Endpoint["answer"] {
  return (call) => {
    const server = placeOf(call);
    if (typeof server !== "number") return server;
    return answerPage(call, { defaultLimit: 200, maxLimit: 200, keep: [] }, walkObjects(find(call, server)));
  };
}

const rules: Parts = (call, server) => {
  const asked = call.parameter("policyId");
  const at = parts.accessPoliciesOf(call.org, server).findIndex((policy) => policy["id"] === asked);
  return at < 0 ? notFound(asked, "Policy") : parts.accessRulesOf(call.org, server).slice(at, at + 1);
};

const bucket = "/api/v1";
const one = "/api/v1/authorizationServers/:authServerId";

/** Reads of what hangs on an authorization server. */
export const authorizationServerEndpoints: readonly Endpoint[] = [
  {
    operationId: "listAuthorizationServerPolicies",
    path: `${one}/policies`,
    bucket,
    answer: whole(({ org }, server) => parts.accessPoliciesOf(org, server)),
  },
  {
    operationId: "listAuthorizationServerPolicyRules",
    path: `${one}/policies/:policyId/rules`,
    bucket,
    answer: whole(rules),
  },
  {
    operationId: "listOAuth2Scopes",
    path: `${one}/scopes`,
    bucket,
    answer: paged(({ org }, server) => parts.scopesOf(org, server)),
  },
  {
    operationId: "listOAuth2Claims",
    path: `${one}/claims`,
    bucket,
    answer: whole(({ org }, server) => parts.claimsOf(org, server)),
  },
  {
    operationId: "listAuthorizationServerKeys",
    path: `${one}/credentials/keys`,
    bucket,
    answer: whole(({ org }, server) => parts.keysOf(org, server)),
  },
  {
    operationId: "listOAuth2ClientsForAuthorizationServer",
    path: `${one}/clients`,
    bucket,
    answer: whole(({ org }, server) => parts.clientsOf(org, server)),
  },
];
