import { valuesIn } from "../filters/evaluate-filter.ts";
import { deviceSearchRules } from "../filters/okta-filters.ts";
import { readFilter } from "../filters/read-filter.ts";
import { type Answer, answerJson, isAnswer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound } from "../http/okta-error.ts";
import { answerPage, walkOver } from "../http/page.ts";
import { dateText } from "../org/clock-text.ts";
import { deviceObject, deviceUserFacts, hasDevice } from "../org/configuration/devices.ts";
import type { JsonObject } from "../org/json.ts";
import { objectId } from "../org/object-id.ts";
import type { Org } from "../org/org.ts";
import type { Person } from "../org/person.ts";
import { reaches } from "../org/sight.ts";
import { findPerson } from "./find.ts";
import { shownUser } from "./shown-user.ts";

const peopleWithDevices = ({ org, sight }: Call): readonly Person[] =>
  org.people.filter((person) => hasDevice(org, person) && reaches(sight.users, person.index));
const deviceId = (org: Org, person: Person): string => objectId(org.seed, "guo", 1000 + person.index);

function embedded(call: Call, person: Person): JsonObject {
  const expand = call.query.get("expand");
  const facts = deviceUserFacts(call.org, person);
  if (expand === "user") return { _embedded: { users: [{ ...facts, user: shownUser(call, person) }] } };
  if (expand !== "userSummary") return {};
  const user = { id: person.id, realmId: objectId(call.org.seed, "guo", 0), profile: { login: person.login } };
  return { _embedded: { users: [{ ...facts, user }] } };
}

function listDevices(call: Call): Answer {
  const test = readFilter("search", call.query.get("search"), deviceSearchRules);
  if (test !== undefined && typeof test !== "function") return test;
  const items = peopleWithDevices(call)
    .filter((person) => test === undefined || test(valuesIn(deviceObject(call.org, person))))
    .map((person) => ({
      id: deviceId(call.org, person),
      text: () => JSON.stringify({ ...deviceObject(call.org, person), ...embedded(call, person) }),
    }));
  return answerPage(call, { defaultLimit: 200, maxLimit: 200, keep: ["search", "expand"] }, walkOver(items));
}

function findOwner(call: Call): Person | Answer {
  const asked = call.parameter("deviceId");
  return peopleWithDevices(call).find((person) => deviceId(call.org, person) === asked) ?? notFound(asked, "Device");
}

function getDevice(call: Call): Answer {
  const owner = findOwner(call);
  return isAnswer(owner) ? owner : answerJson(deviceObject(call.org, owner));
}

function listDeviceUsers(call: Call): Answer {
  const owner = findOwner(call);
  if (isAnswer(owner)) return owner;
  return answerJson([{ ...deviceUserFacts(call.org, owner), user: shownUser(call, owner) }]);
}

function listUserDevices(call: Call): Answer {
  const person = findPerson(call);
  if (isAnswer(person)) return person;
  if (!hasDevice(call.org, person)) return answerJson([]);
  const deviceUserId = objectId(call.org.seed, "lnk", person.index);
  return answerJson([{ created: dateText(person.created), deviceUserId, device: deviceObject(call.org, person) }]);
}

const bucket = "/api/v1/devices";

/** Reads of devices. */
export const deviceEndpoints: readonly Endpoint[] = [
  { operationId: "listDevices", path: bucket, bucket, answer: listDevices },
  { operationId: "getDevice", path: `${bucket}/:deviceId`, bucket, answer: getDevice },
  {
    operationId: "listDeviceUsers",
    path: `${bucket}/:deviceId/users`,
    bucket: `${bucket}/{id}/users`,
    answer: listDeviceUsers,
  },
  {
    operationId: "listUserDevices",
    path: "/api/v1/users/:userId/devices",
    bucket: "/api/v1/users",
    answer: listUserDevices,
  },
];
