import { type Answer, answerJson, isAnswer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound, oktaError } from "../http/okta-error.ts";
import { answerPage } from "../http/page.ts";
import { dateText, dayMs } from "../org/clock-text.ts";
import { signingKeyId } from "../org/app-object.ts";
import type { AppRow } from "../org/app-rows.ts";
import { objectId } from "../org/object-id.ts";
import { createRandom } from "../org/random.ts";
import type { JsonObject } from "../org/json.ts";
import { findApp } from "./find.ts";
import { walkObjects } from "./walk-objects.ts";

const read =
  (answer: (call: Call, app: AppRow) => Answer) =>
  (call: Call): Answer => {
    const app = findApp(call);
    return isAnswer(app) ? app : answer(call, app);
  };

/** Signing certificates: some expire within a month, one has expired. */
const listKeys = read((call, app) => {
  const { org } = call;
  const random = createRandom(org.seed, "key", app.index);
  const life = random.next() * (app.index % 11 === 9 ? 60 : 3000) - (app.index === 8 ? 3100 : 0);
  const expiresAt = org.now + life * dayMs;
  const created = dateText(app.created);
  return answerJson([
    {
      kid: signingKeyId(org.seed, app),
      kty: "RSA",
      use: "sig",
      e: "AQAB",
      n: "sXchvQq",
      x5c: [],
      "x5t#S256": "uRmKjw",
      created,
      lastUpdated: created,
      expiresAt: dateText(expiresAt),
    },
  ]);
});

const listFeatures = read((_, app) => {
  if (app.features.length === 0) {
    return oktaError(400, "E0000001", "Api validation failed: feature", "Provisioning is not supported.");
  }
  const status = app.features.includes("PUSH_NEW_USERS") ? "ENABLED" : "DISABLED";
  return answerJson([
    {
      name: "USER_PROVISIONING",
      status,
      description: "User provisioning settings from Okta to a downstream application",
    },
  ]);
});

/** Okta's scopes granted to an OAuth client. */
const listGrants = read((call, app) => {
  const { org } = call;
  return answerJson(
    (app.client?.scopes ?? []).map((scopeId, at) => {
      const id = objectId(org.seed, "oag", app.label === "Terraform service" ? at : app.index * 100 + at);
      return {
        id,
        status: "ACTIVE",
        created: dateText(app.created),
        createdBy: { id: org.people[0]?.id, type: "User" },
        lastUpdated: dateText(app.created),
        issuer: org.origin,
        clientId: app.id,
        scopeId,
        source: "ADMIN",
        _links: {
          app: { href: `${org.origin}/api/v1/apps/${app.id}`, title: app.label },
          self: { href: `${org.origin}/api/v1/apps/${app.id}/grants/${id}`, hints: { allow: ["GET", "DELETE"] } },
          client: { href: `${org.origin}/oauth2/v1/clients/${app.id}`, title: app.label },
        },
      };
    }),
  );
});

/** Groups pushed into an app; these dates have no milliseconds in Okta either. */
function pushMappings({ org }: Call, app: AppRow): readonly JsonObject[] {
  const pushed = app.features.includes("GROUP_PUSH") ? (org.assignments[app.index]?.groups ?? []) : [];
  return pushed.map((index) => {
    const id = objectId(org.seed, "gPm", app.index * 1000 + index);
    const source = org.groups[index]?.id ?? "";
    const target = objectId(org.seed, "00g", 900_000 + app.index * 1000 + index);
    const group = (groupId: string): { readonly href: string } => ({ href: `${org.origin}/api/v1/groups/${groupId}` });
    const date = dateText(app.created).replace(".000Z", "Z");
    return {
      created: date,
      id,
      lastUpdated: date,
      sourceGroupId: source,
      status: "ACTIVE",
      targetGroupId: target,
      _links: {
        app: { href: `${org.origin}/api/v1/apps/${app.id}` },
        sourceGroup: group(source),
        targetGroup: group(target),
      },
    };
  });
}

const listPushMappings = read((call, app) => {
  return answerPage(call, { defaultLimit: 100, maxLimit: 1000, keep: [] }, walkObjects(pushMappings(call, app)));
});

const getPushMapping = read((call, app) => {
  const asked = call.parameter("mappingId");
  const found = pushMappings(call, app).find((mapping) => mapping["id"] === asked);
  return found === undefined ? notFound(asked, "GroupPushMapping") : answerJson(found);
});

/** How users are provisioned into an app: by a token, where it does that at all. */
const getConnection = read((call, app) =>
  answerJson({
    authScheme: "TOKEN",
    status: app.features.includes("PUSH_NEW_USERS") ? "ENABLED" : "DISABLED",
    profile: { authScheme: "TOKEN" },
    _links: { self: { href: `${call.org.origin}/api/v1/apps/${app.id}/connections/default` } },
  }),
);

/** The public keys with which an OAuth client signs in. */
const listJwks = read((call, app) =>
  answerJson(
    (app.client?.keys ?? []).map((key, at) => {
      const id = objectId(call.org.seed, "pks", app.index * 10 + at);
      const dates = { created: dateText(app.created), lastUpdated: dateText(app.created) };
      return { ...key, id, status: "ACTIVE", use: "sig", ...dates };
    }),
  ),
);

const bucket = "/api/v1/apps";
const one = "/api/v1/apps/:appId";

/** Reads of what hangs on one app besides its assignments. */
export const appDetailEndpoints: readonly Endpoint[] = [
  { operationId: "listApplicationKeys", path: `${one}/credentials/keys`, bucket, answer: listKeys },
  { operationId: "listFeaturesForApplication", path: `${one}/features`, bucket, answer: listFeatures },
  { operationId: "listScopeConsentGrants", path: `${one}/grants`, bucket, answer: listGrants },
  { operationId: "listGroupPushMappings", path: `${one}/group-push/mappings`, bucket, answer: listPushMappings },
  { operationId: "getGroupPushMapping", path: `${one}/group-push/mappings/:mappingId`, bucket, answer: getPushMapping },
  {
    operationId: "getDefaultProvisioningConnectionForApplication",
    path: `${one}/connections/default`,
    bucket,
    answer: getConnection,
  },
  { operationId: "listJwk", path: `${one}/credentials/jwks`, bucket, answer: listJwks },
];
