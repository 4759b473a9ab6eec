import { type Answer, answerJson, isAnswer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound } from "../http/okta-error.ts";
import { appUserSchema } from "../org/app-schema.ts";
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

const bucket = "/api/v1";
const meta = "/api/v1/meta";

/** Reads of schemas and user types. */
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
];
