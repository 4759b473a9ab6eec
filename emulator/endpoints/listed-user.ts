import type { Call } from "../http/call.ts";
import { isJsonObject, type JsonObject } from "../org/json.ts";
import type { Person } from "../org/person.ts";
import { shownUser, shownUserText } from "./shown-user.ts";

/** Which parts of a user a projection keeps: names at the top, and names inside the profile. */
interface Projection {
  readonly fields: ReadonlySet<string>;
  /** Undefined where the whole profile is asked for, or none of it. */
  readonly profile: ReadonlySet<string> | undefined;
}

/** Reads `id,status,profile:(firstName,city)`. */
function parseFields(text: string): Projection {
  const inner = /profile:\(([^)]*)\)/.exec(text)?.[1];
  const names = (list: string): ReadonlySet<string> =>
    new Set(list.split(",").flatMap((name) => (name.trim() === "" ? [] : [name.trim()])));
  const fields = names(text.replace(/profile:\([^)]*\)/, "profile"));
  return { fields, profile: inner === undefined ? undefined : names(inner) };
}

const only = (object: JsonObject, keep: (name: string) => boolean): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => keep(name)));

function project(object: JsonObject, { fields, profile }: Projection): JsonObject {
  const kept = only(object, (name) => name === "id" || fields.has(name));
  const held = kept["profile"];
  if (profile === undefined || !isJsonObject(held)) return kept;
  return { ...kept, profile: only(held, (name) => profile.has(name)) };
}

/** Whether the `okta-response` flag in the request's Content-Type leaves the credentials out. */
export function omitsCredentials(call: Call): boolean {
  return /;\s*okta-response\s*=.*\bomitCredentials\b/.test(call.header("content-type") ?? "");
}

/** A user as a list gives it: with the fields asked for, without the credentials where the request says so. */
export function listedUserText(call: Call, person: Person): string {
  const fields = call.query.get("fields");
  const omits = omitsCredentials(call);
  if ((fields === null || fields === "") && !omits) return shownUserText(call, person);
  const { credentials, ...rest } = shownUser(call, person);
  const object = omits ? rest : { ...rest, credentials };
  return JSON.stringify(fields === null || fields === "" ? object : project(object, parseFields(fields)));
}
