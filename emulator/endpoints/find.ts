import type { Answer } from "../http/answer.ts";
import type { Call } from "../http/call.ts";
import { forbidden, notFound } from "../http/okta-error.ts";
import type { AppRow } from "../org/app-rows.ts";
import type { GroupRow } from "../org/group-rows.ts";
import type { Person } from "../org/person.ts";
import { reaches } from "../org/sight.ts";

function personIndexOf(call: Call, asked: string): number | undefined {
  if (asked === "me") return call.principal?.kind === "user" ? call.principal.index : undefined;
  return call.org.personIndex.get(asked) ?? call.org.personIndex.get(asked.toLowerCase());
}

/** Whether this person is who asks. */
export function isSelf(call: Call, person: Person): boolean {
  return call.principal?.kind === "user" && call.principal.index === person.index;
}

/** The user that a path names: by id, login, short login or `me`, which is who asks. 403 for one out of reach. */
export function findPerson(call: Call, name = "userId"): Person | Answer {
  const asked = call.parameter(name);
  const person = call.org.people[personIndexOf(call, asked) ?? -1];
  if (person === undefined) return notFound(asked, "User");
  return isSelf(call, person) || reaches(call.sight.users, person.index) ? person : forbidden();
}

/** The group that a path names. 403 for one out of reach. */
export function findGroup(call: Call, name = "groupId"): GroupRow | Answer {
  const asked = call.parameter(name);
  const group = call.org.groups[call.org.groupIndex.get(asked) ?? -1];
  if (group === undefined) return notFound(asked, "UserGroup");
  return reaches(call.sight.groups, group.index) ? group : forbidden();
}

/** The app that a path names. 403 for one out of reach. */
export function findApp(call: Call, name = "appId"): AppRow | Answer {
  const asked = call.parameter(name);
  const app = call.org.apps[call.org.appIndex.get(asked) ?? -1];
  if (app === undefined) return notFound(asked, "AppInstance");
  return reaches(call.sight.apps, app.index) ? app : forbidden();
}
