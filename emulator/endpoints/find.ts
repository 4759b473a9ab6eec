import type { Answer } from "../http/answer.ts";
import type { Call } from "../http/call.ts";
import { notFound } from "../http/okta-error.ts";
import type { AppRow } from "../org/app-rows.ts";
import type { GroupRow } from "../org/group-rows.ts";
import type { Person } from "../org/person.ts";

/** True where a finding is an error instead of the thing. */
export function isAnswer(value: object): value is Answer {
  return "body" in value && "status" in value && typeof value.status === "number";
}

/** The user that a path names: by id, login, short login or `me`, which is the token's owner. */
export function findPerson(call: Call, name = "userId"): Person | Answer {
  const asked = call.parameter(name);
  const key = asked === "me" ? 0 : (call.org.personIndex.get(asked) ?? call.org.personIndex.get(asked.toLowerCase()));
  return (key === undefined ? undefined : call.org.people[key]) ?? notFound(asked, "User");
}

/** The group that a path names. */
export function findGroup(call: Call, name = "groupId"): GroupRow | Answer {
  const asked = call.parameter(name);
  return call.org.groups[call.org.groupIndex.get(asked) ?? -1] ?? notFound(asked, "UserGroup");
}

/** The app that a path names. */
export function findApp(call: Call, name = "appId"): AppRow | Answer {
  const asked = call.parameter(name);
  return call.org.apps[call.org.appIndex.get(asked) ?? -1] ?? notFound(asked, "AppInstance");
}
