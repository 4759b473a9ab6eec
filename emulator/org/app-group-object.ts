import type { AppRow } from "./app-rows.ts";
import { dateText } from "./clock-text.ts";
import type { GroupRow } from "./group-rows.ts";
import type { JsonObject } from "./json.ts";

/** A group's assignment to an app as the API gives it, with what is embedded where asked. */
export function appGroupObject(
  origin: string,
  app: AppRow,
  group: GroupRow,
  priority: number,
  embedded?: JsonObject,
): JsonObject {
  return {
    id: group.id,
    lastUpdated: dateText(Math.max(app.created, group.created)),
    priority,
    profile: {},
    ...(embedded === undefined ? {} : { _embedded: embedded }),
    _links: {
      app: { href: `${origin}/api/v1/apps/${app.id}` },
      self: { href: `${origin}/api/v1/apps/${app.id}/groups/${group.id}` },
      group: { href: `${origin}/api/v1/groups/${group.id}` },
    },
  };
}
