import type { Call } from "../http/call.ts";
import { isJsonObject, type JsonObject } from "../org/json.ts";
import type { Person } from "../org/person.ts";
import { userObject } from "../org/user-object.ts";

function withoutHidden(object: JsonObject, hides: ReadonlySet<string>): JsonObject {
  const { profile } = object;
  if (!isJsonObject(profile)) return object;
  return { ...object, profile: Object.fromEntries(Object.entries(profile).filter(([name]) => !hides.has(name))) };
}

/** A user as who asks may see it: attributes that its role hides are not there at all. */
export function shownUser(call: Call, person: Person): JsonObject {
  const object = userObject(call.org, person);
  return call.sight.hides.size === 0 ? object : withoutHidden(object, call.sight.hides);
}

/** The same as JSON text, from the cache where nothing is hidden. */
export function shownUserText(call: Call, person: Person): string {
  return call.sight.hides.size === 0 ? call.objects.userText(person) : JSON.stringify(shownUser(call, person));
}
