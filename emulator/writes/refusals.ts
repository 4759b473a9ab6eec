import type { Answer } from "../http/answer.ts";
import type { Call } from "../http/call.ts";
import { forbidden, invalid } from "../http/okta-error.ts";
import { reaches } from "../org/sight.ts";

/** 403 where the role of who asks may not change this thing. */
export function changeRefusal(call: Call, kind: "users" | "groups" | "apps", index?: number): Answer | undefined {
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
