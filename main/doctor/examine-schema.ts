import type { OrgSchema } from "../../registry/org-schema.ts";
import { knownSchema, refreshAllSchemas } from "../org/org-schema.ts";
import type { Examined } from "./doctor-line.ts";
import type { OrgVisit } from "./org-visit.ts";

/** What became of an org's profile attributes, as `2 new (a, b), 1 gone (c)`; empty where nothing did. */
function changesOf(before: OrgSchema, after: OrgSchema): string {
  if (before.readAt === undefined) return "";
  // An attribute of an app whose schema was not known before is not new to the org.
  const ofApps = before.apps.known > 0 && before.apps.known === before.apps.all && after.apps.known > 0;
  const names = ({ user, group, appUser }: OrgSchema): ReadonlySet<string> =>
    new Set([
      ...user.map((one) => one.name),
      ...group.map((one) => `group ${one.name}`),
      ...(ofApps ? appUser.map((one) => `app user ${one.name}`) : []),
    ]);
  const [old, current] = [names(before), names(after)];
  const fresh = [...current].filter((name) => !old.has(name));
  const gone = [...old].filter((name) => !current.has(name));
  return [
    ...(fresh.length === 0 ? [] : [`${fresh.length} new (${fresh.join(", ")})`]),
    ...(gone.length === 0 ? [] : [`${gone.length} gone (${gone.join(", ")})`]),
  ].join(", ");
}

const appsUnreadHelp =
  "Use a token whose owner may read apps and their schemas (okta.apps.read, okta.schemas.read): then what an app knows of its users can be asked for.";

/** `52 attributes of the users of 46 apps`, and how many apps are left. */
function sayApps({ apps: { known, all }, appUser }: OrgSchema): string {
  if (known === 0) return "the attributes of app users cannot be read";
  const left = (all ?? known) - known;
  const more = left === 0 ? "" : ` (${left} apps are left: run attest doctor again)`;
  return `${appUser.length} attributes of the users of ${known} apps${more}`;
}

/** Reads the org's attributes anew, so that the next check knows them. */
export async function examineSchema({ house, org, client, signal }: OrgVisit): Promise<Examined> {
  const { origin } = org.address;
  const before = knownSchema(house.folder, origin);
  const after = await refreshAllSchemas(house.folder, origin, client, signal);
  if (after.readAt === undefined || after.readAt === before.readAt) {
    return {
      state: "poor",
      found: `The org's profile attributes cannot be read; snippets are checked against ${after.readAt === undefined ? "Okta's base attributes" : `those read ${after.readAt}`}.`,
      help: "Use a token whose owner may read schemas (okta.schemas.read): then the org's own attributes can be asked for.",
    };
  }
  const changes = changesOf(before, after);
  const found = `${after.user.length} user attributes; ${sayApps(after)}${changes === "" ? "" : `; ${changes}`}.`;
  return after.apps.known > 0 || after.apps.all === 0
    ? { state: "good", found }
    : { state: "poor", found, help: appsUnreadHelp };
}
