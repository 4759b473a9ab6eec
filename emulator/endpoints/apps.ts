import { evaluateFilter, valuesIn } from "../filters/evaluate-filter.ts";
import { refusalOf } from "../filters/filter-rules.ts";
import { appFilterRules } from "../filters/okta-filters.ts";
import { parseFilter } from "../filters/parse-filter.ts";
import { type Answer, answerJson, isAnswer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound, oktaError, refusedSearch } from "../http/okta-error.ts";
import { answerPage, walkOver } from "../http/page.ts";
import { appGroupObject } from "../org/app-group-object.ts";
import { appObject } from "../org/app-object.ts";
import type { AppRow } from "../org/app-rows.ts";
import { appUserObject } from "../org/app-user-object.ts";
import { placeOf } from "../org/assignments.ts";
import { groupObject } from "../org/group-object.ts";
import { reaches } from "../org/sight.ts";
import { findApp, findGroup, findPerson } from "./find.ts";
import { shownUserText } from "./shown-user.ts";

type Keeps = (app: AppRow) => boolean;

function readAppFilter(call: Call, text: string): Keeps | Answer {
  const { org } = call;
  const filter = parseFilter(text);
  if (filter === undefined) return oktaError(400, "E0000053", "Invalid SCIM filter.", `Invalid filter '${text}'`);
  const refusal = refusalOf(appFilterRules, filter);
  if (refusal !== undefined) return refusedSearch(refusal);
  if (filter.op === "eq" && filter.attrPath === "user.id") {
    const person = org.personIndex.get(String(filter.compValue)) ?? -1;
    return (app) => {
      const assignment = org.assignments[app.index];
      return assignment !== undefined && placeOf(assignment, person) >= 0;
    };
  }
  if (filter.op === "eq" && filter.attrPath === "group.id") {
    const group = org.groupIndex.get(String(filter.compValue)) ?? -1;
    return (app) => org.assignments[app.index]?.groups.includes(group) === true;
  }
  return (app) => evaluateFilter(filter, valuesIn(appObject(org, app)), true);
}

/** The assignment of one user, embedded in the app where `expand=user/{id}` asks for it. */
function embeddedUser(call: Call, app: AppRow): object {
  const asked = /^user\/(.+)$/.exec(call.query.get("expand") ?? "")?.[1];
  const person = asked === undefined ? undefined : call.org.people[call.org.personIndex.get(asked) ?? -1];
  const assignment = call.org.assignments[app.index];
  if (person === undefined || assignment === undefined) return {};
  const place = placeOf(assignment, person.index);
  if (place < 0) return {};
  const group = call.org.groups[assignment.via[place] ?? -1];
  return { _embedded: { user: appUserObject(call.org, { app, person, group }) } };
}

function listApplications(call: Call): Answer {
  const text = call.query.get("filter");
  const keeps = text === null || text === "" ? (): boolean => true : readAppFilter(call, text);
  if (typeof keeps !== "function") return keeps;
  const wanted = (call.query.get("q") ?? "").toLowerCase();
  const items = call.org.apps
    .filter((app) => app.name.toLowerCase().startsWith(wanted) || app.label.toLowerCase().startsWith(wanted))
    .filter((app) => reaches(call.sight.apps, app.index) && keeps(app))
    .map((app) => ({
      id: app.id,
      text: () => JSON.stringify({ ...appObject(call.org, app), ...embeddedUser(call, app) }),
    }));
  return answerPage(call, { defaultLimit: 20, maxLimit: 200, keep: ["q", "filter", "expand"] }, walkOver(items));
}

function getApplication(call: Call): Answer {
  const app = findApp(call);
  return isAnswer(app) ? app : answerJson({ ...appObject(call.org, app), ...embeddedUser(call, app) });
}

function appUserText(call: Call, app: AppRow, place: number): string {
  const { org } = call;
  const assignment = org.assignments[app.index];
  const person = org.people[assignment?.people[place] ?? -1];
  if (person === undefined) return "null";
  const text = JSON.stringify(appUserObject(org, { app, person, group: org.groups[assignment?.via[place] ?? -1] }));
  if (call.query.get("expand") !== "user") return text;
  return `${text.slice(0, -1)},"_embedded":{"user":${shownUserText(call, person)}}}`;
}

function keepExpand(call: Call): readonly string[] {
  return call.settings.dropExpand ? ["q"] : ["q", "expand"];
}

function listApplicationUsers(call: Call): Answer {
  const app = findApp(call);
  if (isAnswer(app)) return app;
  const { people, personIndex, assignments } = call.org;
  const assigned = assignments[app.index]?.people ?? new Uint32Array();
  const wanted = (call.query.get("q") ?? "").toLowerCase();
  const starts = (text: string): boolean => text.toLowerCase().startsWith(wanted);
  const rules = { defaultLimit: 50, maxLimit: 500, keep: keepExpand(call) };
  return answerPage(call, rules, {
    size: assigned.length,
    idAt: (place) => people[assigned[place] ?? -1]?.id ?? "",
    positionOf: (id) => assigned.indexOf(personIndex.get(id) ?? 0xff_ff_ff_ff),
    textAt: (place) => appUserText(call, app, place),
    matches: (place) => {
      const person = people[assigned[place] ?? -1];
      if (person === undefined || !reaches(call.sight.users, person.index)) return false;
      return wanted === "" || [person.login, person.firstName, person.lastName, person.email].some(starts);
    },
  });
}

function getApplicationUser(call: Call): Answer {
  const app = findApp(call);
  if (isAnswer(app)) return app;
  const person = findPerson(call);
  if (isAnswer(person)) return person;
  const assignment = call.org.assignments[app.index];
  const place = assignment === undefined ? -1 : placeOf(assignment, person.index);
  if (place < 0) return notFound(call.parameter("userId"), "AppUser");
  return { status: 200, body: appUserText(call, app, place) };
}

function appGroupText(call: Call, app: AppRow, groupIndex: number, priority: number): string {
  const { org } = call;
  const group = org.groups[groupIndex];
  if (group === undefined) return "null";
  const expand = call.query.get("expand");
  const groupPart = { group: groupObject(org.origin, group, org.apps) };
  const metadata = { metadata: { credentials: {}, profile: {} } };
  const embedded = expand === "group" ? groupPart : expand === "metadata" ? metadata : undefined;
  return JSON.stringify(appGroupObject(org.origin, app, group, priority, embedded));
}

function listApplicationGroups(call: Call): Answer {
  const app = findApp(call);
  if (isAnswer(app)) return app;
  const wanted = (call.query.get("q") ?? "").toLowerCase();
  const items = (call.org.assignments[app.index]?.groups ?? [])
    .map((index, priority) => ({ index, priority, name: call.org.groups[index]?.name ?? "" }))
    .filter(({ name, index }) => name.toLowerCase().startsWith(wanted) && reaches(call.sight.groups, index))
    .map(({ index, priority }) => ({
      id: call.org.groups[index]?.id ?? "",
      text: () => appGroupText(call, app, index, priority),
    }));
  return answerPage(call, { defaultLimit: 20, maxLimit: 200, keep: keepExpand(call) }, walkOver(items));
}

function getApplicationGroup(call: Call): Answer {
  const app = findApp(call);
  if (isAnswer(app)) return app;
  const group = findGroup(call);
  if (isAnswer(group)) return group;
  const priority = call.org.assignments[app.index]?.groups.indexOf(group.index) ?? -1;
  if (priority < 0) return notFound(group.id, "AppGroupAssignment");
  return { status: 200, body: appGroupText(call, app, group.index, priority) };
}

const bucket = "/api/v1/apps";
const one = "/api/v1/apps/:appId";

/** Reads of apps and of their assignments. */
export const appEndpoints: readonly Endpoint[] = [
  { operationId: "listApplications", path: bucket, bucket, answer: listApplications },
  { operationId: "getApplication", path: one, bucket: "/api/v1/apps/{id}", answer: getApplication },
  { operationId: "listApplicationUsers", path: `${one}/users`, bucket, answer: listApplicationUsers },
  { operationId: "getApplicationUser", path: `${one}/users/:userId`, bucket, answer: getApplicationUser },
  { operationId: "listApplicationGroupAssignments", path: `${one}/groups`, bucket, answer: listApplicationGroups },
  { operationId: "getApplicationGroupAssignment", path: `${one}/groups/:groupId`, bucket, answer: getApplicationGroup },
];
