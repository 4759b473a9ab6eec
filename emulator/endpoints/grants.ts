import { type Answer, answerJson, isAnswer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { answerPage } from "../http/page.ts";
import { placeOf } from "../org/assignments.ts";
import type { AppRow } from "../org/app-rows.ts";
import { dateText, dayMs } from "../org/clock-text.ts";
import type { JsonObject } from "../org/json.ts";
import { objectId } from "../org/object-id.ts";
import type { Person } from "../org/person.ts";
import { hashOf } from "../org/random.ts";
import { findApp, findPerson } from "./find.ts";
import { walkObjects } from "./walk-objects.ts";

/** The OAuth apps through which a person has signed in, each with scopes that the person has let it have. */
function clientsOf({ org }: Call, person: Person): readonly AppRow[] {
  return org.apps.filter((app) => {
    const assignment = org.assignments[app.index];
    const isOpen = app.signOnMode === "OPENID_CONNECT" && app.client === undefined;
    return isOpen && assignment !== undefined && placeOf(assignment, person.index) >= 0;
  });
}

function listClients(call: Call): Answer {
  const person = findPerson(call);
  if (isAnswer(person)) return person;
  return answerJson(
    clientsOf(call, person).map((app) => ({
      client_id: app.id,
      client_name: app.label,
      client_uri: null,
      logo_uri: null,
      _links: { grants: { href: `${call.org.origin}/api/v1/users/${person.id}/clients/${app.id}/grants` } },
    })),
  );
}

function page(call: Call, items: readonly JsonObject[]): Answer {
  return answerPage(call, { defaultLimit: 20, maxLimit: 200, keep: [] }, walkObjects(items));
}

function listGrants(call: Call): Answer {
  const person = findPerson(call);
  if (isAnswer(person)) return person;
  const { org } = call;
  const granted = clientsOf(call, person).flatMap((app) =>
    ["openid", "profile"].map((scopeId, at) => ({
      id: objectId(org.seed, "oag", 500_000 + person.index * 400 + app.index * 2 + at),
      status: "ACTIVE",
      created: dateText(app.created),
      lastUpdated: dateText(app.created),
      createdBy: { id: person.id, type: "User" },
      issuer: org.origin,
      clientId: app.id,
      userId: person.id,
      scopeId,
      source: "END_USER",
    })),
  );
  return page(call, granted);
}

/** People who were let in by an app lately have a refresh token of it. */
function listTokens(call: Call): Answer {
  const app = findApp(call);
  if (isAnswer(app)) return app;
  const { org } = call;
  const users = app.signOnMode === "OPENID_CONNECT" ? [...(org.assignments[app.index]?.people ?? [])] : [];
  const tokens = users
    .filter((index) => hashOf(org.seed, "refresh-token", app.index, index) < 0.2)
    .map((index) => ({
      id: objectId(org.seed, "oar", app.index * 200_000 + index),
      status: "ACTIVE",
      created: dateText(org.now - 20 * dayMs),
      lastUpdated: dateText(org.now - 2 * dayMs),
      expiresAt: dateText(org.now + 70 * dayMs),
      issuer: org.origin,
      clientId: app.id,
      userId: org.people[index]?.id ?? "",
      scopes: ["openid", "offline_access"],
    }));
  return page(call, tokens);
}

/** Reads of what people have let OAuth apps do. */
export const grantEndpoints: readonly Endpoint[] = [
  {
    operationId: "listUserClients",
    path: "/api/v1/users/:userId/clients",
    bucket: "/api/v1/users",
    answer: listClients,
  },
  { operationId: "listUserGrants", path: "/api/v1/users/:userId/grants", bucket: "/api/v1/users", answer: listGrants },
  {
    operationId: "listOAuth2TokensForApplication",
    path: "/api/v1/apps/:appId/tokens",
    bucket: "/api/v1/apps",
    answer: listTokens,
  },
];
