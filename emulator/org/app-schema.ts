import type { AppRow } from "./app-rows.ts";
import { dateText } from "./clock-text.ts";
import type { JsonObject } from "./json.ts";

/** Attributes of the users of every OpenID Connect app, as Okta makes it. */
const claims =
  "name nickname given_name middle_name family_name email profile picture website gender birthdate zoneinfo locale " +
  "phone_number street_address locality region postal_code country formatted";

/** Attributes of apps that accounts are made in. */
const provisioned = "firstName lastName email title displayName secondEmail mobilePhone";

/** Attributes that an app keeps of its users beside the usual ones, by the app's kind. */
const ownAttributes: Readonly<Record<string, Readonly<Record<string, JsonObject>>>> = {
  githubcloud: { role: { type: "string", enum: ["owner", "member"] } },
  salesforce: { profile: { type: "string" }, salesforceGroups: { type: "array", items: { type: "string" } } },
};

function attribute(name: string, definition: JsonObject = { type: "string" }): JsonObject {
  return { title: name, ...definition, scope: "NONE", master: { type: "PROFILE_MASTER" } };
}

function usualNames(app: AppRow): readonly string[] {
  if (app.signOnMode === "OPENID_CONNECT") return claims.split(" ");
  return app.features.includes("PUSH_NEW_USERS") ? provisioned.split(" ") : ["email"];
}

/** The schema of an app's users: what Okta gives every app of its kind, and the app's own. */
export function appUserSchema(origin: string, app: AppRow): JsonObject {
  const base = usualNames(app).map((name) => [name, attribute(name)] as const);
  const custom = Object.entries(ownAttributes[app.name] ?? {}).map(
    ([name, definition]) => [name, attribute(name, definition)] as const,
  );
  const userName = { ...attribute("Username"), required: true };
  return {
    id: `${origin}/meta/schemas/apps/${app.id}/default`,
    $schema: "http://json-schema.org/draft-04/schema#",
    name: app.name,
    title: `${app.label} User`,
    lastUpdated: dateText(app.lastUpdated),
    created: dateText(app.created),
    definitions: {
      custom: { id: "#custom", type: "object", properties: Object.fromEntries(custom), required: [] },
      base: {
        id: "#base",
        type: "object",
        properties: { userName, ...Object.fromEntries(base) },
        required: ["userName"],
      },
    },
    type: "object",
    properties: { profile: { allOf: [{ $ref: "#/definitions/custom" }, { $ref: "#/definitions/base" }] } },
  };
}
