import { findPerson } from "../endpoints/find.ts";
import { shownUser } from "../endpoints/shown-user.ts";
import { type Answer, answerJson, isAnswer, noContent } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { oktaError } from "../http/okta-error.ts";
import type { JsonObject } from "../org/json.ts";
import { objectId } from "../org/object-id.ts";
import type { Person, PersonStatus } from "../org/person.ts";
import { bodyOf, objectIn } from "./body.ts";
import { changeMembership, reassignAll } from "./change-memberships.ts";
import { blankField, changeRefusal, takenField } from "./refusals.ts";

const needed = ["login", "email", "firstName", "lastName"] as const;

/** Puts a person in the place of what stood there, for reads now and for searches later. */
function put(call: Call, person: Person): void {
  const { state, index } = call;
  const before = state.people[person.index];
  index.people.remember(person.index, before);
  state.people[person.index] = person;
  if (before !== undefined && before.login !== person.login) state.personIndex.delete(before.login.toLowerCase());
  state.personIndex.set(person.id, person.index);
  state.personIndex.set(person.login.toLowerCase(), person.index);
  state.version += 1;
}

const textOr = (value: unknown, otherwise: string): string => (typeof value === "string" ? value : otherwise);
const textOrNull = (value: unknown, otherwise: string | null): string | null =>
  typeof value === "string" || value === null ? value : otherwise;

/** The person with these attributes written over those there are. */
function withProfile(person: Person, written: JsonObject, now: number): Person {
  return {
    ...person,
    written,
    login: textOr(written["login"], person.login),
    email: textOr(written["email"], person.email),
    firstName: textOr(written["firstName"], person.firstName),
    lastName: textOr(written["lastName"], person.lastName),
    title: textOr(written["title"], person.title),
    department: textOrNull(written["department"], person.department),
    userType: textOrNull(written["userType"], person.userType),
    lastUpdated: now,
  };
}

function profileRefusal(call: Call, profile: JsonObject, self?: Person): Answer | undefined {
  const blank = needed.find((name) => typeof profile[name] !== "string" || profile[name] === "");
  if (blank !== undefined) return blankField(blank);
  const owner = call.org.personIndex.get(textOr(profile["login"], "").toLowerCase());
  return owner === undefined || owner === self?.index ? undefined : takenField("login");
}

/** Somebody who is being made now, and has no attribute yet. */
function newPerson(call: Call, body: JsonObject): Person {
  const now = call.settings.clock();
  const index = call.org.people.length;
  const hasPassword = Object.keys(objectIn(objectIn(body, "credentials"), "password")).length > 0;
  const isActivated = call.query.get("activate") !== "false";
  return {
    index,
    id: objectId(call.org.seed, "00u", index),
    firstName: "",
    lastName: "",
    login: "",
    email: "",
    status: !isActivated ? "STAGED" : hasPassword ? "ACTIVE" : "PROVISIONED",
    typeIndex: 0,
    userType: null,
    departmentIndex: -1,
    department: null,
    title: "",
    managerIndex: -1,
    provider: "OKTA",
    created: now,
    activated: isActivated ? now : null,
    statusChanged: isActivated ? now : null,
    lastLogin: null,
    lastUpdated: now,
    passwordChanged: hasPassword ? now : null,
    isMade: true,
    onlyWritten: true,
  };
}

function createUser(call: Call): Answer {
  const body = bodyOf(call);
  if (isAnswer(body)) return body;
  const profile = objectIn(body, "profile");
  const refusal = changeRefusal(call, "users") ?? profileRefusal(call, profile);
  if (refusal !== undefined) return refusal;
  const blank = newPerson(call, body);
  const { index } = blank;
  put(call, withProfile(blank, profile, blank.created));
  const asked = Array.isArray(body["groupIds"]) ? body["groupIds"] : [];
  const groups = asked.flatMap((id) => (typeof id === "string" ? (call.org.groupIndex.get(id) ?? []) : []));
  for (const group of [0, ...groups]) changeMembership(call.state, group, index, true);
  const made = call.org.people[index];
  return made === undefined ? noContent : answerJson(shownUser(call, made));
}

/** A partial update merges the profile; a replacement has only what it brings. */
const update =
  (isWhole: boolean) =>
  (call: Call): Answer => {
    const person = findPerson(call, "id");
    if (isAnswer(person)) return person;
    const body = bodyOf(call);
    if (isAnswer(body)) return body;
    const given = objectIn(body, "profile");
    const before = objectIn(shownUser(call, person), "profile");
    const profile = isWhole ? given : { ...before, ...given };
    const refusal = changeRefusal(call, "users", person.index) ?? profileRefusal(call, profile, person);
    if (refusal !== undefined) return refusal;
    const base: Person = isWhole ? { ...person, onlyWritten: true } : person;
    const written = isWhole ? given : { ...person.written, ...given };
    put(call, withProfile(base, written, call.settings.clock()));
    return answerJson(shownUser(call, call.org.people[person.index] ?? person));
  };

interface Move {
  readonly name: string;
  readonly operationId: string;
  readonly from: readonly PersonStatus[];
  readonly to: PersonStatus;
  /** Whether Okta answers with the user. */
  readonly answersUser?: true;
}

const moves: readonly Move[] = [
  { name: "activate", operationId: "activateUser", from: ["STAGED", "DEPROVISIONED"], to: "PROVISIONED" },
  { name: "reactivate", operationId: "reactivateUser", from: ["PROVISIONED", "RECOVERY"], to: "PROVISIONED" },
  {
    name: "deactivate",
    operationId: "deactivateUser",
    from: ["STAGED", "PROVISIONED", "ACTIVE", "RECOVERY", "PASSWORD_EXPIRED", "LOCKED_OUT", "SUSPENDED"],
    to: "DEPROVISIONED",
  },
  { name: "suspend", operationId: "suspendUser", from: ["ACTIVE"], to: "SUSPENDED" },
  { name: "unsuspend", operationId: "unsuspendUser", from: ["SUSPENDED"], to: "ACTIVE" },
  { name: "unlock", operationId: "unlockUser", from: ["LOCKED_OUT"], to: "ACTIVE" },
  {
    name: "expire_password",
    operationId: "expirePassword",
    from: ["ACTIVE"],
    to: "PASSWORD_EXPIRED",
    answersUser: true,
  },
];

function moveTo(call: Call, person: Person, status: PersonStatus): void {
  const now = call.settings.clock();
  const activated = status === "PROVISIONED" ? now : person.activated;
  put(call, { ...person, status, activated, statusChanged: now, lastUpdated: now });
  reassignAll(call.state, person.index);
}

const moveBy =
  (move: Move) =>
  (call: Call): Answer => {
    const person = findPerson(call, "id");
    if (isAnswer(person)) return person;
    const refusal = changeRefusal(call, "users", person.index);
    if (refusal !== undefined) return refusal;
    if (!move.from.includes(person.status)) {
      return oktaError(403, "E0000038", "This operation is not allowed in the user's current status.");
    }
    moveTo(call, person, move.to);
    return answerJson(move.answersUser === true ? shownUser(call, call.org.people[person.index] ?? person) : {});
  };

/** The first delete deactivates, the second takes the user away. */
function deleteUser(call: Call): Answer {
  const person = findPerson(call, "id");
  if (isAnswer(person)) return person;
  const refusal = changeRefusal(call, "users", person.index);
  if (refusal !== undefined) return refusal;
  if (person.status !== "DEPROVISIONED") {
    moveTo(call, person, "DEPROVISIONED");
    return noContent;
  }
  for (const group of call.org.memberships.groupsOf[person.index] ?? []) {
    changeMembership(call.state, group, person.index, false);
  }
  put(call, { ...person, isGone: true });
  call.state.personIndex.delete(person.id);
  call.state.personIndex.delete(person.login.toLowerCase());
  return noContent;
}

const bucket = "/api/v1/users";
const one = `${bucket}/:id`;
const oneBucket = "/api/v1/users/{id}";

/** Writes of users and of their lifecycle. */
export const userWrites: readonly Endpoint[] = [
  { operationId: "createUser", method: "POST", path: bucket, bucket, answer: createUser },
  { operationId: "updateUser", method: "POST", path: one, bucket: oneBucket, answer: update(false) },
  { operationId: "replaceUser", method: "PUT", path: one, bucket: oneBucket, answer: update(true) },
  { operationId: "deleteUser", method: "DELETE", path: one, bucket: oneBucket, answer: deleteUser },
  ...moves.map((move): Endpoint => ({
    operationId: move.operationId,
    method: "POST",
    path: `${one}/lifecycle/${move.name}`,
    bucket: oneBucket,
    answer: moveBy(move),
  })),
];
