import type { AppRow } from "./app-rows.ts";
import { dateText } from "./clock-text.ts";
import type { GroupRow } from "./group-rows.ts";
import type { JsonObject } from "./json.ts";

/** Numbers that `expand=stats` adds to a group. */
export interface GroupStats {
  readonly usersCount: number;
  readonly appsCount: number;
  readonly groupPushMappingsCount: number;
  readonly hasAdminPrivilege: boolean;
}

function profileOf(group: GroupRow): JsonObject {
  if (group.type !== "APP_GROUP") return { name: group.name, description: group.description };
  return {
    name: group.name,
    description: group.description,
    dn: `CN=${group.name},OU=Groups,DC=acme,DC=example`,
    externalId: Buffer.from(group.id).toString("base64"),
    windowsDomainQualifiedName: `ACME\\${group.name}`,
    samAccountName: group.name,
  };
}

/** A group as the API gives it. */
export function groupObject(origin: string, group: GroupRow, apps: readonly AppRow[], stats?: GroupStats): JsonObject {
  const self = `${origin}/api/v1/groups/${group.id}`;
  const source = group.source === undefined ? undefined : apps.find((app) => app.name === group.source);
  const statsLink = { stats: { ...stats, _links: { self: { href: `${self}/stats` } } } };
  return {
    id: group.id,
    created: dateText(group.created),
    lastUpdated: dateText(group.lastUpdated),
    lastMembershipUpdated: dateText(group.lastMembershipUpdated),
    objectClass: [source === undefined ? "okta:user_group" : "okta:windows_security_principal"],
    type: group.type,
    profile: profileOf(group),
    ...(source === undefined ? {} : { source: { id: source.id } }),
    ...(stats === undefined ? {} : { _embedded: statsLink }),
    _links: {
      logo: [
        { name: "medium", href: `${origin}/assets/img/logos/groups/odyssey/okta-medium.png`, type: "image/png" },
        { name: "large", href: `${origin}/assets/img/logos/groups/odyssey/okta-large.png`, type: "image/png" },
      ],
      ...(source === undefined ? {} : { source: { href: `${origin}/api/v1/apps/${source.id}` } }),
      users: { href: `${self}/users` },
      apps: { href: `${self}/apps` },
    },
  };
}
