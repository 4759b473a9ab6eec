import type { Call } from "../http/call.ts";
import type { Answer } from "../http/answer.ts";
import { oktaError } from "../http/okta-error.ts";
import { isJsonObject, type Json, type JsonObject } from "../org/json.ts";

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
