import type { AppRow } from "./app-rows.ts";
import { dateText, dayMs } from "./clock-text.ts";
import type { GroupRow } from "./group-rows.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Person } from "./person.ts";
import { createRandom } from "./random.ts";

/** What an assignment is between. `group` gives the access; absent where the person is assigned directly. */
export interface AppUserParts {
  readonly app: AppRow;
  readonly person: Person;
  readonly group: GroupRow | undefined;
}

function statusOf(app: AppRow, person: Person): string {
  if (person.status === "SUSPENDED") return "SUSPENDED";
  if (person.status === "STAGED") return "STAGED";
  return app.features.includes("PUSH_NEW_USERS") ? "PROVISIONED" : "ACTIVE";
}

function profileOf(app: AppRow, person: Person, owner: boolean): JsonObject {
  const pushed = app.features.includes("PUSH_NEW_USERS");
  return {
    email: person.email,
    ...(pushed ? { firstName: person.firstName, lastName: person.lastName, title: person.title } : {}),
    ...(app.name === "githubcloud" ? { role: owner ? "owner" : "member" } : {}),
    ...(app.name === "salesforce"
      ? { profile: owner ? "System Administrator" : "Standard User", salesforceGroups: owner ? [] : ["Employee"] }
      : {}),
  };
}

/** One assignment as `listApplicationUsers` gives it, with the user embedded where asked. */
export function appUserObject(
  org: { readonly seed: number; readonly now: number; readonly origin: string },
  { app, person, group }: AppUserParts,
  embedded?: JsonObject,
): JsonObject {
  const random = createRandom(org.seed, "app-user", app.index, person.index);
  const floor = Math.max(app.created, person.created);
  const created = floor + (org.now - floor) * random.next() * 0.95;
  const pushed = app.features.includes("PUSH_NEW_USERS");
  const userName: Json = app.name === "github_enterprise" ? (person.login.split("@")[0] ?? "") : person.login;
  const changed = dateText(Math.min(org.now, created + random.next() * 20 * dayMs));
  return {
    id: person.id,
    externalId: pushed ? `${app.name}-${100_000 + person.index}` : null,
    created: dateText(created),
    lastUpdated: changed,
    scope: group === undefined ? "USER" : "GROUP",
    status: statusOf(app, person),
    statusChanged: dateText(created),
    passwordChanged: null,
    syncState: pushed ? (random.chance(0.03) ? "ERROR" : "SYNCHRONIZED") : "DISABLED",
    ...(pushed ? { lastSync: changed } : {}),
    credentials: { userName },
    profile: profileOf(app, person, random.chance(0.1)),
    ...(embedded === undefined ? {} : { _embedded: { user: embedded } }),
    _links: {
      app: { href: `${org.origin}/api/v1/apps/${app.id}` },
      ...(group === undefined ? {} : { group: { href: `${org.origin}/api/v1/groups/${group.id}`, name: group.name } }),
      user: { href: `${org.origin}/api/v1/users/${person.id}` },
    },
  };
}
