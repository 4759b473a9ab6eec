import type { Call } from "../http/call.ts";
import type { Answer } from "../http/answer.ts";
import { forbidden, invalid, oktaError } from "../http/okta-error.ts";
import { isJsonObject, type Json, type JsonObject } from "../org/json.ts";
import { reaches } from "../org/sight.ts";

/** The JSON object that came with a write, or Okta's refusal of anything else. */
export function bodyOf(call: Call): JsonObject | Answer {
  try {
    const value: Json = JSON.parse(call.body === "" ? "{}" : call.body);
    return isJsonObject(value) ? value : oktaError(400, "E0000003", "The request body was not well-formed.");
  } catch {
    return oktaError(400, "E0000003", "The request body was not well-formed.");
  }
}

/** An object inside a body; empty where there is none. */
export function objectIn(body: JsonObject, name: string): JsonObject {
  const value = body[name];
  return isJsonObject(value) ? value : {};
}

/** 403 where the role of who asks may not change this thing. */
export function changeFault(call: Call, kind: "users" | "groups" | "apps", index?: number): Answer | undefined {
  const isAllowed = call.sight.changes.has(kind) && (index === undefined || reaches(call.sight[kind], index));
  return isAllowed ? undefined : forbidden();
}

/** Okta's refusal of a field that has to be filled. */
export function blankField(name: string): Answer {
  return invalid(name, `${name}: The field cannot be left blank`);
}

/** Okta's refusal of a value that another object has. */
export function takenField(name: string): Answer {
  return invalid(name, `${name}: An object with this field already exists in the current organization`);
}

/** What Okta answers to a write that has nothing to say. */
export const noContent: Answer = { status: 204, body: "" };
