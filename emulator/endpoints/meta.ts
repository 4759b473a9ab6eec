import { type Answer, answerJson, isAnswer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound } from "../http/okta-error.ts";
import { appUserSchema } from "../org/app-schema.ts";
import { dateText, dayMs } from "../org/clock-text.ts";
import { objectId } from "../org/object-id.ts";
import { groupSchema, userSchema } from "../org/schemas.ts";
import { userSchemaId } from "../org/user-types.ts";
import { findApp } from "./find.ts";

function getUserSchema(call: Call): Answer {
  const asked = call.parameter("schemaId");
  const { org } = call;
  const index = asked === "default" ? 0 : org.userTypes.findIndex((_, at) => userSchemaId(org.seed, at) === asked);
  return index < 0 ? notFound(asked, "UserSchema") : answerJson(userSchema(org, index));
}

function getApplicationUserSchema(call: Call): Answer {
  const app = findApp(call);
  return isAnswer(app) ? app : answerJson(appUserSchema(call.org.origin, app));
}

function getUserType(call: Call): Answer {
  const asked = call.parameter("typeId");
  const found = call.org.userTypes.find((type) =>
    asked === "default" ? type["default"] === true : type["id"] === asked,
  );
  return found === undefined ? notFound(asked, "UserType") : answerJson(found);
}

function getOrgSettings(call: Call): Answer {
  const { org } = call;
  const api = `${org.origin}/api/v1/org`;
  return answerJson({
    id: objectId(org.seed, "00o", 0),
    subdomain: "acme",
    companyName: "Acme International Holdings",
    status: "ACTIVE",
    expiresAt: null,
    created: dateText(org.now - 1800 * dayMs),
    lastUpdated: dateText(org.now - 12 * dayMs),
    website: "https://acme.example",
    phoneNumber: "",
    endUserSupportHelpURL: "",
    supportPhoneNumber: "",
    address1: null,
    address2: null,
    city: null,
    state: null,
    country: null,
    postalCode: null,
    _links: {
      preferences: { href: `${api}/preferences` },
      uploadLogo: { href: `${api}/logo`, hints: { allow: ["POST"] } },
      oktaCommunication: { href: `${api}/privacy/oktaCommunication` },
      logo: null,
      oktaSupport: { href: `${api}/privacy/oktaSupport` },
      contacts: { href: `${api}/contacts` },
    },
  });
}

function getWellKnown(call: Call): Answer {
  return answerJson({
    id: objectId(call.org.seed, "00o", 0),
    cell: "ok12",
    _links: { organization: { href: call.org.origin } },
    pipeline: "idx",
    settings: {
      analyticsCollectionEnabled: false,
      bugReportingEnabled: true,
      omEnabled: false,
      pssoEnabled: false,
      desktopMFAEnabled: false,
      itpEnabled: false,
      op4wEnabled: false,
    },
  });
}

/** The one path that answers without a credential. */
const publicPath = "/.well-known/okta-organization";

const bucket = "/api/v1";
const meta = "/api/v1/meta";

/** Reads of schemas, user types and the org itself. */
export const metaEndpoints: readonly Endpoint[] = [
  { operationId: "getUserSchema", path: `${meta}/schemas/user/:schemaId`, bucket, answer: getUserSchema },
  {
    operationId: "getGroupSchema",
    path: `${meta}/schemas/group/default`,
    bucket,
    answer: (call) => answerJson(groupSchema(call.org)),
  },
  {
    operationId: "getApplicationUserSchema",
    path: `${meta}/schemas/apps/:appId/default`,
    bucket,
    answer: getApplicationUserSchema,
  },
  {
    operationId: "listUserTypes",
    path: `${meta}/types/user`,
    bucket,
    answer: (call) => answerJson(call.org.userTypes),
  },
  { operationId: "getUserType", path: `${meta}/types/user/:typeId`, bucket, answer: getUserType },
  { operationId: "getOrgSettings", path: "/api/v1/org", bucket, answer: getOrgSettings },
  { operationId: "getWellknownOrgMetadata", path: publicPath, bucket, open: true, answer: getWellKnown },
];
