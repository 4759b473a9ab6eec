import { type Answer, answerJson, isAnswer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { forbidden, notFound } from "../http/okta-error.ts";
import { appObject } from "../org/app-object.ts";
import type { AppRow } from "../org/app-rows.ts";
import { groupObject } from "../org/group-object.ts";
import type { JsonObject } from "../org/json.ts";
import type { Org } from "../org/org.ts";
import { grantsOfGroup, grantsOfPerson, type HeldRole } from "../org/person-roles.ts";
import { roleObject, type Assignee } from "../org/role-rows.ts";
import { findGroup, findPerson, isSelf } from "./find.ts";

/** The roles of whom a path names, or the refusal. */
type Holder = (call: Call) => readonly HeldRole[] | Answer;

const isList = (value: readonly HeldRole[] | Answer): value is readonly HeldRole[] => Array.isArray(value);

function ofPerson(call: Call): readonly HeldRole[] | Answer {
  const person = findPerson(call);
  if (isAnswer(person)) return person;
  return call.sight.roles || isSelf(call, person) ? grantsOfPerson(call.org, person) : forbidden();
}

function ofGroup(call: Call): readonly HeldRole[] | Answer {
  const group = findGroup(call);
  if (isAnswer(group)) return group;
  return call.sight.roles ? grantsOfGroup(call.org, group.index) : forbidden();
}

function ofClient(call: Call): readonly HeldRole[] | Answer {
  const asked = call.parameter("clientId");
  const app = call.org.apps[call.org.appIndex.get(asked) ?? -1];
  if (app?.client === undefined) return notFound(asked, "PublicClientApp");
  const isOwn = call.principal?.kind === "app" && call.principal.index === app.index;
  if (!call.sight.roles && !isOwn) return forbidden();
  const assignee: Assignee = { kind: "clients", id: app.id, assignmentType: "CLIENT" };
  return (call.org.appGrants.get(app.index) ?? []).map((grant) => ({ grant, assignee }));
}

function groupsOf(org: Org, held: HeldRole): readonly JsonObject[] {
  const targets = held.grant.groupTargets ?? [];
  return targets.flatMap((index) => {
    const group = org.groups[index];
    return group === undefined ? [] : [groupObject(org.origin, group, org.apps)];
  });
}

/** An app as a target: the instance with what the catalogue says of its kind. */
function catalogEntry(org: Org, app: AppRow): JsonObject {
  const { id, name, label, status, lastUpdated, signOnMode, features } = appObject(org, app);
  const self = `${org.origin}/api/v1/catalog/apps/${app.name}`;
  return {
    id,
    name,
    displayName: label,
    description: "",
    status,
    lastUpdated,
    category: "",
    verificationStatus: "OKTA_VERIFIED",
    website: "",
    signOnModes: signOnMode === undefined ? [] : [signOnMode],
    features,
    _links: { self: { href: self } },
  };
}

function appsOf(org: Org, held: HeldRole): readonly JsonObject[] {
  const targets = held.grant.appTargets ?? [];
  return targets.flatMap((index) => {
    const app = org.apps[index];
    return app === undefined ? [] : [catalogEntry(org, app)];
  });
}

/** A role with what `expand` asks to embed. */
function expanded(call: Call, held: HeldRole): JsonObject {
  const object = roleObject(call.org, held.grant, held.assignee);
  const expand = call.query.get("expand");
  if (expand === "targets/groups") return { ...object, _embedded: { targets: { groups: groupsOf(call.org, held) } } };
  if (expand !== "targets/catalog/apps") return object;
  return { ...object, _embedded: { targets: { catalog: { apps: appsOf(call.org, held) } } } };
}

const list =
  (holder: Holder) =>
  (call: Call): Answer => {
    const held = holder(call);
    return isList(held) ? answerJson(held.map((one) => expanded(call, one))) : held;
  };

function findHeld(call: Call, holder: Holder): HeldRole | Answer {
  const held = holder(call);
  if (!isList(held)) return held;
  const id = call.parameter("roleAssignmentId");
  const found = held.find((one) => roleObject(call.org, one.grant, one.assignee)["id"] === id);
  return found ?? notFound(id, "RoleAssignment");
}

const getOne =
  (holder: Holder) =>
  (call: Call): Answer => {
    const held = findHeld(call, holder);
    return "grant" in held ? answerJson(expanded(call, held)) : held;
  };

/** Targets come whole, with a cursor in `self` that leads nowhere, as recorded ones do. */
const targets =
  (holder: Holder, render: (org: Org, held: HeldRole) => readonly JsonObject[]) =>
  (call: Call): Answer => {
    const held = findHeld(call, holder);
    if (!("grant" in held)) return held;
    const self = `<${call.org.origin}${call.path}?limit=20>; rel="self"`;
    return answerJson(render(call.org, held), { link: [self] });
  };

const users = "/api/v1/users/:userId/roles";
const groups = "/api/v1/groups/:groupId/roles";
const clients = "/oauth2/v1/clients/:clientId/roles";
const userBucket = "/api/v1/users";
const groupBucket = "/api/v1/groups";
const clientBucket = "/oauth2/v1/clients";
const one = ":roleAssignmentId";
const toGroups = `${one}/targets/groups`;
const toApps = `${one}/targets/catalog/apps`;

/** Reads of the roles of users, groups and service apps, and of what each is confined to. */
export const roleEndpoints: readonly Endpoint[] = [
  { operationId: "listAssignedRolesForUser", path: users, bucket: userBucket, answer: list(ofPerson) },
  { operationId: "getUserAssignedRole", path: `${users}/${one}`, bucket: userBucket, answer: getOne(ofPerson) },
  {
    operationId: "listGroupTargetsForRole",
    path: `${users}/${toGroups}`,
    bucket: userBucket,
    answer: targets(ofPerson, groupsOf),
  },
  {
    operationId: "listApplicationTargetsForApplicationAdministratorRoleForUser",
    path: `${users}/${toApps}`,
    bucket: userBucket,
    answer: targets(ofPerson, appsOf),
  },
  { operationId: "listGroupAssignedRoles", path: groups, bucket: groupBucket, answer: list(ofGroup) },
  { operationId: "getGroupAssignedRole", path: `${groups}/${one}`, bucket: groupBucket, answer: getOne(ofGroup) },
  {
    operationId: "listGroupTargetsForGroupRole",
    path: `${groups}/${toGroups}`,
    bucket: groupBucket,
    answer: targets(ofGroup, groupsOf),
  },
  {
    operationId: "listApplicationTargetsForApplicationAdministratorRoleForGroup",
    path: `${groups}/${toApps}`,
    bucket: groupBucket,
    answer: targets(ofGroup, appsOf),
  },
  { operationId: "listRolesForClient", path: clients, bucket: clientBucket, answer: list(ofClient) },
  { operationId: "retrieveClientRole", path: `${clients}/${one}`, bucket: clientBucket, answer: getOne(ofClient) },
  {
    operationId: "listGroupTargetRoleForClient",
    path: `${clients}/${toGroups}`,
    bucket: clientBucket,
    answer: targets(ofClient, groupsOf),
  },
  {
    operationId: "listAppTargetRoleToClient",
    path: `${clients}/${toApps}`,
    bucket: clientBucket,
    answer: targets(ofClient, appsOf),
  },
];
