import { createHash } from "node:crypto";
import { valuesIn } from "../filters/evaluate-filter.ts";
import type { FilterRules } from "../filters/filter-rules.ts";
import { userFilterRules, userSearchRules } from "../filters/okta-filters.ts";
import { readFilter, type Test } from "../filters/read-filter.ts";
import { type Answer, answerJson, answerText, isAnswer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound, oktaError } from "../http/okta-error.ts";
import { answerPage, limitOf, walkOver, type PageRules, type Walk } from "../http/page.ts";
import { factorsOf } from "../org/factors.ts";
import { groupObject } from "../org/group-object.ts";
import type { Person } from "../org/person.ts";
import { userLinks } from "../org/user-links.ts";
import { reaches } from "../org/sight.ts";
import { findPerson } from "./find.ts";
import { listedUserText, omitsCredentials } from "./listed-user.ts";
import { shownUser } from "./shown-user.ts";
import { sortedWalk } from "./sorted-walk.ts";

const listRules: PageRules = {
  defaultLimit: 200,
  maxLimit: 200,
  keep: ["filter", "search", "sortBy", "sortOrder", "fields"],
  cursorPrefix: "2",
};

type At = (position: number) => Person | undefined;

function walkPeople(call: Call, personAt: At, matches: (person: Person) => boolean): Walk {
  const { people, personIndex } = call.org;
  return {
    size: people.length,
    idAt: (position) => people[position]?.id ?? "",
    positionOf: (id) => personIndex.get(id) ?? -1,
    textAt: (position) => {
      const person = personAt(position);
      return person === undefined ? "null" : listedUserText(call, person);
    },
    matches: (position) => {
      const person = personAt(position);
      if (person === undefined || person.isGone === true) return false;
      return reaches(call.sight.users, person.index) && matches(person);
    },
  };
}

function listByName(call: Call, text: string): Answer {
  const limit = limitOf(call, { defaultLimit: 10, maxLimit: 200 });
  if (typeof limit !== "number") return limit;
  const wanted = text.trim().toLowerCase();
  const found: string[] = [];
  for (const person of call.org.people) {
    if (found.length === limit) break;
    const names = [person.firstName, person.lastName, person.email];
    if (person.status === "DEPROVISIONED" || person.isGone === true || !reaches(call.sight.users, person.index))
      continue;
    if (names.some((name) => name.toLowerCase().startsWith(wanted))) found.push(listedUserText(call, person));
  }
  return answerText(`[${found.join(",")}]`);
}

function listByTest(call: Call, test: Test): Answer {
  const matches = (person: Person): boolean => test(valuesIn(shownUser(call, person)));
  const isSearch = call.query.get("search") !== null;
  const sortBy = isSearch ? call.query.get("sortBy") : null;
  const personAt: At = isSearch ? call.index.people.seen : (position) => call.org.people[position];
  const walk = walkPeople(call, personAt, matches);
  if (sortBy === null) return answerPage(call, listRules, walk);
  const sortValue = (position: number): unknown => {
    const person = personAt(position);
    return person === undefined ? undefined : valuesIn(shownUser(call, person))(sortBy)[0];
  };
  return answerPage(call, listRules, sortedWalk(call, walk, sortValue));
}

/** Whoever has fields hidden by a condition may not combine comparisons by `or`. */
function searchRules({ sight }: Call): FilterRules {
  return sight.hides.size === 0 ? userSearchRules : { ...userSearchRules, or: false };
}

function listUsers(call: Call): Answer {
  const search = call.query.get("search");
  const filterText = call.query.get("filter");
  const name = call.query.get("q");
  if (search !== null && filterText !== null) {
    return oktaError(400, "E0000033", "Bad request. Can't specify a search query and filter in the same request.");
  }
  const test = readFilter("search", search, searchRules(call)) ?? readFilter("filter", filterText, userFilterRules);
  if (test !== undefined) return typeof test === "function" ? listByTest(call, test) : test;
  if (name !== null && name !== "") return listByName(call, name);
  return answerPage(
    call,
    listRules,
    walkPeople(
      call,
      (position) => call.org.people[position],
      (person) => person.status !== "DEPROVISIONED",
    ),
  );
}

function getUser(call: Call): Answer {
  const person = findPerson(call, "id");
  if (isAnswer(person)) return person;
  const { credentials, ...rest } = shownUser(call, person);
  const object = omitsCredentials(call) ? rest : { ...rest, credentials };
  const blocks = call.query.get("expand") === "blocks" ? { _embedded: { blocks: [] } } : {};
  const body = JSON.stringify({ ...object, ...blocks, _links: userLinks(call.org, person) });
  const etag = `W/"${createHash("sha256").update(body).digest("hex")}"`;
  return answerText(body, { etag });
}

function listUserGroups(call: Call): Answer {
  const person = findPerson(call, "id");
  if (isAnswer(person)) return person;
  const { org } = call;
  const items = (org.memberships.groupsOf[person.index] ?? []).flatMap((index) => {
    const group = org.groups[index];
    return group === undefined || !reaches(call.sight.groups, index)
      ? []
      : [{ id: group.id, text: () => JSON.stringify(groupObject(org.origin, group, org.apps)) }];
  });
  return answerPage(call, { defaultLimit: 200, maxLimit: 200, keep: [] }, walkOver(items));
}

function listFactors(call: Call): Answer {
  const person = findPerson(call);
  return isAnswer(person) ? person : answerText(call.objects.factorsText(person));
}

function getFactor(call: Call): Answer {
  const person = findPerson(call);
  if (isAnswer(person)) return person;
  const id = call.parameter("factorId");
  const found = factorsOf(call.org, person).find((factor) => factor["id"] === id);
  return found === undefined ? notFound(id, "UserFactor") : answerJson(found);
}

const bucket = "/api/v1/users";

/** Reads of users and of what hangs on one user. */
export const userEndpoints: readonly Endpoint[] = [
  { operationId: "listUsers", path: "/api/v1/users", bucket, answer: listUsers },
  { operationId: "getUser", path: "/api/v1/users/:id", bucket: "/api/v1/users/{id}", answer: getUser },
  { operationId: "listUserGroups", path: "/api/v1/users/:id/groups", bucket, answer: listUserGroups },
  { operationId: "listFactors", path: "/api/v1/users/:userId/factors", bucket, answer: listFactors },
  { operationId: "getFactor", path: "/api/v1/users/:userId/factors/:factorId", bucket, answer: getFactor },
];
