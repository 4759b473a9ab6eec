import { findApp, findPerson } from "../endpoints/find.ts";
import { type Answer, answerJson, isAnswer, noContent } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { notFound, oktaError } from "../http/okta-error.ts";
import { appUserObject } from "../org/app-user-object.ts";
import { placeOf } from "../org/assignments.ts";
import { bodyOf } from "./body.ts";
import { reassign, withPerson } from "./change-memberships.ts";
import { blankField, changeRefusal } from "./refusals.ts";

function assignUser(call: Call): Answer {
  const app = findApp(call);
  if (isAnswer(app)) return app;
  const body = bodyOf(call);
  if (isAnswer(body)) return body;
  const refusal = changeRefusal(call, "apps", app.index);
  if (refusal !== undefined) return refusal;
  const { id } = body;
  if (typeof id !== "string") return blankField("id");
  const person = call.org.people[call.org.personIndex.get(id) ?? -1];
  const assignment = call.state.assignments[app.index];
  if (person === undefined || assignment === undefined) return notFound(id, "User");
  if (person.status === "DEPROVISIONED") {
    return oktaError(403, "E0000038", "This operation is not allowed in the user's current status.");
  }
  call.state.assignments[app.index] = withPerson(assignment, person.index, -1);
  call.state.version += 1;
  return answerJson(appUserObject(call.org, { app, person, group: undefined }));
}

/** Takes a direct assignment away; one through a group stays as long as the group gives it, which Okta says with a 400. */
function unassignUser(call: Call): Answer {
  const app = findApp(call);
  if (isAnswer(app)) return app;
  const person = findPerson(call);
  if (isAnswer(person)) return person;
  const refusal = changeRefusal(call, "apps", app.index);
  if (refusal !== undefined) return refusal;
  const assignment = call.state.assignments[app.index];
  const place = assignment === undefined ? -1 : placeOf(assignment, person.index);
  if (assignment === undefined || place < 0) return notFound(call.parameter("userId"), "AppUser");
  if (assignment.via[place] !== -1) {
    return oktaError(400, "E0000001", "Api validation failed: user", "The user is assigned through a group.");
  }
  call.state.assignments[app.index] = withPerson(assignment, person.index, undefined);
  reassign(call.state, app.index, person.index);
  call.state.version += 1;
  return noContent;
}

const bucket = "/api/v1/apps";
const users = "/api/v1/apps/:appId/users";

/** Writes of the assignments of users to apps. */
export const assignmentWrites: readonly Endpoint[] = [
  { operationId: "assignUserToApplication", method: "POST", path: users, bucket, answer: assignUser },
  {
    operationId: "unassignUserFromApplication",
    method: "DELETE",
    path: `${users}/:userId`,
    bucket,
    answer: unassignUser,
  },
];
