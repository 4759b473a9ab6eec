import { valuesIn } from "../filters/evaluate-filter.ts";
import { groupFilterRules, groupSearchRules } from "../filters/okta-filters.ts";
import { readFilter, type Test } from "../filters/read-filter.ts";
import { type Answer, answerJson, answerText, isAnswer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound, oktaError } from "../http/okta-error.ts";
import { answerPage, limitOf, walkOver, type PageRules, type Walk } from "../http/page.ts";
import { appObject } from "../org/app-object.ts";
import { groupObject } from "../org/group-object.ts";
import type { GroupRow } from "../org/group-rows.ts";
import { isJsonObject, type JsonObject } from "../org/json.ts";
import type { Person } from "../org/person.ts";
import { reaches } from "../org/sight.ts";
import { findGroup } from "./find.ts";
import { propertyText } from "./property-text.ts";
import { walkObjects } from "./walk-objects.ts";
import { shownUserText } from "./shown-user.ts";
import { statsOf } from "./group-stats.ts";
import { sortedWalk } from "./sorted-walk.ts";

const listRules: PageRules = {
  defaultLimit: 10_000,
  maxLimit: 10_000,
  keep: ["filter", "search", "expand", "sortBy", "sortOrder"],
};

function embeddedIn(object: JsonObject): JsonObject {
  const { _embedded: held } = object;
  return isJsonObject(held) ? held : {};
}

function textOf(call: Call, group: GroupRow): string {
  const { origin, apps } = call.org;
  const asked = (call.query.get("expand") ?? "").split(",");
  const object = groupObject(origin, group, apps, asked.includes("stats") ? statsOf(call.org, group) : undefined);
  const source = asked.includes("app") ? apps.find((app) => app.name === group.source) : undefined;
  if (source === undefined) return JSON.stringify(object);
  const { id, name, label, signOnMode } = appObject(call.org, source);
  return JSON.stringify({ ...object, _embedded: { ...embeddedIn(object), app: { id, name, label, signOnMode } } });
}

function walkGroups(call: Call, test: Test | undefined): Walk {
  const { groups, groupIndex, origin, apps } = call.org;
  const isSearch = call.query.get("search") !== null;
  const groupAt = (position: number): GroupRow | undefined =>
    isSearch ? call.index.groups.seen(position) : groups[position];
  return {
    size: groups.length,
    idAt: (position) => groups[position]?.id ?? "",
    positionOf: (id) => groupIndex.get(id) ?? -1,
    textAt: (position) => {
      const group = groupAt(position);
      return group === undefined ? "null" : textOf(call, group);
    },
    matches: (position) => {
      const group = groupAt(position);
      return seen(call, group) && (test === undefined || test(valuesIn(groupObject(origin, group, apps))));
    },
  };
}

const seen = (call: Call, group: GroupRow | undefined): group is GroupRow =>
  group !== undefined && group.isGone !== true && reaches(call.sight.groups, group.index);

function listByName(call: Call, text: string): Answer {
  const limit = limitOf(call, { defaultLimit: 300, maxLimit: 10_000 });
  if (typeof limit !== "number") return limit;
  const wanted = text.toLowerCase();
  const found = call.org.groups
    .filter((group) => seen(call, group) && group.name.toLowerCase().startsWith(wanted))
    .slice(0, limit);
  return answerText(`[${found.map((group) => textOf(call, group)).join(",")}]`);
}

function listGroups(call: Call): Answer {
  const search = call.query.get("search");
  const filterText = call.query.get("filter");
  const name = call.query.get("q");
  if (search !== null && filterText !== null) {
    return oktaError(400, "E0000033", "Bad request. Can't specify a search query and filter in the same request.");
  }
  const test = readFilter("search", search, groupSearchRules) ?? readFilter("filter", filterText, groupFilterRules);
  if (test !== undefined && typeof test !== "function") return test;
  if (test === undefined && name !== null && name !== "") return listByName(call, name);
  const walk = walkGroups(call, test);
  const sortBy = search === null ? null : call.query.get("sortBy");
  if (sortBy === null) return answerPage(call, listRules, walk);
  const { groups, origin, apps } = call.org;
  const sorted = sortedWalk(call, walk, (position) => {
    const group = groups[position];
    return group === undefined ? undefined : valuesIn(groupObject(origin, group, apps))(sortBy)[0];
  });
  return answerPage(call, listRules, sorted);
}

function getGroup(call: Call): Answer {
  const group = findGroup(call);
  return isAnswer(group) ? group : answerText(textOf(call, group));
}

/** The rules that put a person into a group: Okta's release notes name the expansion, and nothing shows its form. */
function memberText(call: Call, group: GroupRow, person: Person): string {
  const text = shownUserText(call, person);
  if (call.query.get("expand") !== "group-rules") return text;
  const { admits } = group;
  const isByRule = admits.kind === "department" && group.name.startsWith("Department: ");
  const rules = isByRule
    ? call.org.groupRules.filter((rule) => JSON.stringify(rule["actions"]).includes(group.id))
    : [];
  return `${text.slice(0, -1)},"_embedded":${JSON.stringify({ "group-rules": rules })}}`;
}

function listGroupUsers(call: Call): Answer {
  const group = findGroup(call);
  if (isAnswer(group)) return group;
  if (group.name === "Okta Administrators") {
    return oktaError(501, "E0000060", "Unsupported operation.");
  }
  const { people, personIndex, memberships } = call.org;
  const members = memberships.members[group.index] ?? [];
  return answerPage(
    call,
    { defaultLimit: 1000, maxLimit: 1000, keep: [], cursorPrefix: "0" },
    {
      size: members.length,
      idAt: (position) => people[members[position] ?? -1]?.id ?? "",
      positionOf: (id) => members.indexOf(personIndex.get(id) ?? -1),
      textAt: (position) => {
        const person = people[members[position] ?? -1];
        return person === undefined ? "null" : memberText(call, group, person);
      },
      matches: (position) => reaches(call.sight.users, members[position] ?? -1),
    },
  );
}

function listGroupApps(call: Call): Answer {
  const group = findGroup(call);
  if (isAnswer(group)) return group;
  const { apps, assignments } = call.org;
  const items = apps
    .filter(
      (app) => assignments[app.index]?.groups.includes(group.index) === true && reaches(call.sight.apps, app.index),
    )
    .map((app) => ({ id: app.id, text: () => JSON.stringify(appObject(call.org, app)) }));
  return answerPage(call, { defaultLimit: 20, maxLimit: 200, keep: [] }, walkOver(items));
}

/** A rule, with the names of its groups where `expand` asks for them. */
function ruleObject(call: Call, rule: JsonObject): JsonObject {
  if (call.query.get("expand") !== "groupIdToGroupNameMap") return rule;
  const text = JSON.stringify(rule["actions"]);
  const named = call.org.groups.filter((group) => text.includes(group.id)).map((group) => [group.id, group.name]);
  return { ...rule, _embedded: { groupIdToGroupNameMap: Object.fromEntries(named) } };
}

function listGroupRules(call: Call): Answer {
  const wanted = (call.query.get("search") ?? "").toLowerCase();
  const items = call.org.groupRules
    .filter((rule) => wanted === "" || propertyText(rule, "name").toLowerCase().includes(wanted))
    .map((rule) => ruleObject(call, rule));
  return answerPage(call, { defaultLimit: 50, maxLimit: 200, keep: ["search", "expand"] }, walkObjects(items));
}

function getRule(call: Call): Answer {
  const id = call.parameter("groupRuleId");
  const found = call.org.groupRules.find((rule) => rule["id"] === id);
  return found === undefined ? notFound(id, "PolicyRule") : answerJson(ruleObject(call, found));
}

const bucket = "/api/v1/groups";

/** Reads of groups and of what hangs on one group. */
export const groupEndpoints: readonly Endpoint[] = [
  { operationId: "listGroups", path: "/api/v1/groups", bucket, answer: listGroups },
  { operationId: "listGroupRules", path: "/api/v1/groups/rules", bucket, answer: listGroupRules },
  { operationId: "getGroupRule", path: "/api/v1/groups/rules/:groupRuleId", bucket, answer: getRule },
  { operationId: "getGroup", path: "/api/v1/groups/:groupId", bucket: "/api/v1/groups/{id}", answer: getGroup },
  { operationId: "listGroupUsers", path: "/api/v1/groups/:groupId/users", bucket, answer: listGroupUsers },
  {
    operationId: "listAssignedApplicationsForGroup",
    path: "/api/v1/groups/:groupId/apps",
    bucket,
    answer: listGroupApps,
  },
];
