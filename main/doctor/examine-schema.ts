import type { OrgSchema } from "../../registry/org-schema.ts";
import { knownSchema, refreshSchema } from "../org/org-schema.ts";
import type { Examined } from "./doctor-line.ts";
import type { OrgVisit } from "./org-visit.ts";

/** What became of an org's profile attributes, as `2 new (a, b), 1 gone (c)`; empty where nothing did. */
function changesOf(before: OrgSchema, after: OrgSchema): string {
  if (before.readAt === undefined) return "";
  const names = ({ user, group }: OrgSchema): ReadonlySet<string> =>
    new Set([...user.map((one) => one.name), ...group.map((one) => `group ${one.name}`)]);
  const [old, current] = [names(before), names(after)];
  const fresh = [...current].filter((name) => !old.has(name));
  const gone = [...old].filter((name) => !current.has(name));
  return [
    ...(fresh.length === 0 ? [] : [`${fresh.length} new (${fresh.join(", ")})`]),
    ...(gone.length === 0 ? [] : [`${gone.length} gone (${gone.join(", ")})`]),
  ].join(", ");
}

/** Reads the org's attributes anew, so that the next check knows them. */
export async function examineSchema({ house, org, client, signal }: OrgVisit): Promise<Examined> {
  const { origin } = org.address;
  const before = knownSchema(house.folder, origin);
  const after = await refreshSchema(house.folder, origin, client, signal);
  if (after.readAt === undefined || after.readAt === before.readAt) {
    return {
      state: "poor",
      found: `The org's profile attributes cannot be read; snippets are checked against ${after.readAt === undefined ? "Okta's base attributes" : `those read ${after.readAt}`}.`,
      help: "Use a token whose owner may read schemas (okta.schemas.read): then the org's own attributes can be asked for.",
    };
  }
  const changes = changesOf(before, after);
  return { state: "good", found: `${after.user.length} user attributes${changes === "" ? "" : `; ${changes}`}.` };
}
