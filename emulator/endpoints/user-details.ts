import { answerJson, type Answer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { placeOf } from "../org/assignments.ts";
import { objectId } from "../org/object-id.ts";
import { hashOf } from "../org/random.ts";
import { findPerson, isAnswer } from "./find.ts";

/** Tiles of a person's dashboard: hidden and inactive apps have none, so this is not the list of assignments. */
function listAppLinks(call: Call): Answer {
  const person = findPerson(call, "id");
  if (isAnswer(person)) return person;
  const { org } = call;
  const tiles = org.apps.filter((app) => {
    const assignment = org.assignments[app.index];
    const assigned = app.implicitAssignment || (assignment !== undefined && placeOf(assignment, person.index) >= 0);
    return assigned && app.status === "ACTIVE" && !app.name.startsWith("okta_") && app.name !== "active_directory";
  });
  return answerJson(
    tiles.map((app, sortOrder) => ({
      id: objectId(org.seed, "00u", 1_000_000 + app.index),
      label: app.label,
      linkUrl: `${org.origin}/home/${app.name}/${app.id}/2`,
      logoUrl: `${org.origin}/assets/img/logos/${app.name}.png`,
      appName: app.name,
      appInstanceId: app.id,
      appAssignmentId: objectId(org.seed, "0ua", app.index * 200_000 + person.index),
      credentialsSetup: false,
      hidden: false,
      sortOrder,
    })),
  );
}

/** A person may be locked out for unknown devices while the status says ACTIVE. */
function listBlocks(call: Call): Answer {
  const person = findPerson(call, "id");
  if (isAnswer(person)) return person;
  const everywhere = person.status === "LOCKED_OUT";
  const elsewhere = person.status === "ACTIVE" && hashOf(call.org.seed, "block", person.index) < 0.01;
  if (!everywhere && !elsewhere) return answerJson([]);
  return answerJson([{ type: "DEVICE_BASED", appliesTo: everywhere ? "ANY_DEVICES" : "UNKNOWN_DEVICES" }]);
}

const bucket = "/api/v1/users";

/** Reads of what a person sees and is kept from. */
export const userDetailEndpoints: readonly Endpoint[] = [
  { operationId: "listAppLinks", path: "/api/v1/users/:id/appLinks", bucket, answer: listAppLinks },
  { operationId: "listUserBlocks", path: "/api/v1/users/:id/blocks", bucket, answer: listBlocks },
];
