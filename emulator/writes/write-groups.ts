import { findGroup, findPerson } from "../endpoints/find.ts";
import { type Answer, answerJson, isAnswer, noContent } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound, oktaError } from "../http/okta-error.ts";
import { groupObject } from "../org/group-object.ts";
import type { GroupRow } from "../org/group-rows.ts";
import { objectId } from "../org/object-id.ts";
import { bodyOf, objectIn } from "./body.ts";
import { changeMembership, reassign } from "./change-memberships.ts";
import { blankField, changeRefusal, takenField } from "./refusals.ts";

function put(call: Call, group: GroupRow): Answer {
  call.index.groups.remember(group.index, call.state.groups[group.index]);
  call.state.groups[group.index] = group;
  call.state.version += 1;
  return answerJson(groupObject(call.org.origin, group, call.org.apps));
}

interface Named {
  readonly name: string;
  readonly description: string | null;
}

function profileOf(call: Call, self?: GroupRow): Named | Answer {
  const body = bodyOf(call);
  if (isAnswer(body)) return body;
  const { name, description } = objectIn(body, "profile");
  if (typeof name !== "string" || name === "") return blankField("name");
  const isTaken = call.org.groups.some(
    (group) =>
      group.name === name && group.type === "OKTA_GROUP" && group.isGone !== true && group.index !== self?.index,
  );
  return isTaken ? takenField("name") : { name, description: typeof description === "string" ? description : null };
}

function addGroup(call: Call): Answer {
  const profile = changeRefusal(call, "groups") ?? profileOf(call);
  if (isAnswer(profile)) return profile;
  const index = call.org.groups.length;
  const now = call.settings.clock();
  const id = objectId(call.org.seed, "00g", index);
  call.state.groupIndex.set(id, index);
  call.state.memberships.members[index] = [];
  return put(call, {
    ...profile,
    index,
    id,
    type: "OKTA_GROUP",
    admits: { kind: "nobody" },
    created: now,
    lastUpdated: now,
    lastMembershipUpdated: now,
  });
}

/** A group of the org's own that may be changed; those of apps and the built-in ones are not Okta's to write. */
function findOwn(call: Call): GroupRow | Answer {
  const group = findGroup(call);
  if (isAnswer(group)) return group;
  const refusal = changeRefusal(call, "groups", group.index);
  if (refusal !== undefined) return refusal;
  return group.type === "OKTA_GROUP" ? group : oktaError(501, "E0000060", "Unsupported operation.");
}

function replaceGroup(call: Call): Answer {
  const group = findOwn(call);
  if (isAnswer(group)) return group;
  const profile = profileOf(call, group);
  return isAnswer(profile) ? profile : put(call, { ...group, ...profile, lastUpdated: call.settings.clock() });
}

function deleteGroup(call: Call): Answer {
  const group = findOwn(call);
  if (isAnswer(group)) return group;
  const { state } = call;
  for (const person of state.memberships.members[group.index] ?? []) {
    changeMembership(state, group.index, person, false);
  }
  for (const app of state.apps) {
    const assignment = state.assignments[app.index];
    if (assignment?.groups.includes(group.index) !== true) continue;
    state.assignments[app.index] = { ...assignment, groups: assignment.groups.filter((one) => one !== group.index) };
  }
  put(call, { ...group, isGone: true });
  state.groupIndex.delete(group.id);
  return noContent;
}

const setMember =
  (isMember: boolean) =>
  (call: Call): Answer => {
    const group = findOwn(call);
    if (isAnswer(group)) return group;
    const person = findPerson(call);
    if (isAnswer(person)) return person;
    changeMembership(call.state, group.index, person.index, isMember);
    put(call, { ...group, lastMembershipUpdated: call.settings.clock() });
    return noContent;
  };

const assignApp =
  (isAssigned: boolean) =>
  (call: Call): Answer => {
    const { state } = call;
    const app = state.appIndex.get(call.parameter("appId"));
    const group = findGroup(call);
    if (isAnswer(group)) return group;
    const assignment = app === undefined ? undefined : state.assignments[app];
    if (app === undefined || assignment === undefined) {
      return notFound(call.parameter("appId"), "AppInstance");
    }
    const refusal = changeRefusal(call, "apps", app);
    if (refusal !== undefined) return refusal;
    const others = assignment.groups.filter((one) => one !== group.index);
    state.assignments[app] = { ...assignment, groups: isAssigned ? [...others, group.index] : others };
    for (const person of state.memberships.members[group.index] ?? []) reassign(state, app, person);
    state.version += 1;
    return isAssigned ? answerJson({ id: group.id, priority: others.length, profile: {} }) : noContent;
  };

const bucket = "/api/v1/groups";
const one = `${bucket}/:groupId`;
const ofApp = "/api/v1/apps/:appId/groups/:groupId";
const appBucket = "/api/v1/apps";

/** Writes of groups, of who is in them, and of the apps that they give. */
export const groupWrites: readonly Endpoint[] = [
  { operationId: "addGroup", method: "POST", path: bucket, bucket, answer: addGroup },
  { operationId: "replaceGroup", method: "PUT", path: one, bucket: "/api/v1/groups/{id}", answer: replaceGroup },
  { operationId: "deleteGroup", method: "DELETE", path: one, bucket: "/api/v1/groups/{id}", answer: deleteGroup },
  { operationId: "assignUserToGroup", method: "PUT", path: `${one}/users/:userId`, bucket, answer: setMember(true) },
  {
    operationId: "unassignUserFromGroup",
    method: "DELETE",
    path: `${one}/users/:userId`,
    bucket,
    answer: setMember(false),
  },
  { operationId: "assignGroupToApplication", method: "PUT", path: ofApp, bucket: appBucket, answer: assignApp(true) },
  {
    operationId: "unassignApplicationFromGroup",
    method: "DELETE",
    path: ofApp,
    bucket: appBucket,
    answer: assignApp(false),
  },
];
