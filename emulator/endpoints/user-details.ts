import { type Answer, answerJson, isAnswer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { placeOf } from "../org/assignments.ts";
import { dateText } from "../org/clock-text.ts";
import { authenticators } from "../org/configuration/authenticators.ts";
import { factorsOf } from "../org/factors.ts";
import { objectId } from "../org/object-id.ts";
import { hashOf } from "../org/random.ts";
import { findPerson } from "./find.ts";
import { propertyText } from "./property-text.ts";

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

const authenticatorKeys: Readonly<Record<string, string>> = {
  push: "okta_verify",
  signed_nonce: "okta_verify",
  "token:software:totp": "okta_verify",
  sms: "phone_number",
  call: "phone_number",
  email: "okta_email",
  question: "security_question",
  webauthn: "webauthn",
  "token:hardware": "yubikey_token",
};

/** A person's authenticators: one for all the active factors that it gives. */
function listEnrollments(call: Call): Answer {
  const person = findPerson(call);
  if (isAnswer(person)) return person;
  const { org } = call;
  const active = factorsOf(org, person).filter((factor) => factor["status"] === "ACTIVE");
  const keys = new Set(active.map((factor) => authenticatorKeys[propertyText(factor, "factorType")]));
  return answerJson(
    authenticators(org)
      .filter((one) => keys.has(propertyText(one, "key")))
      .map(({ key, name, type }, at) => {
        const id = objectId(org.seed, "lae", person.index * 16 + at);
        return {
          id,
          key,
          name,
          type,
          status: "ACTIVE",
          created: dateText(person.activated ?? person.created),
          lastUpdated: dateText(person.activated ?? person.created),
          ...(key === "okta_email" ? { profile: { email: person.email } } : {}),
          _links: { self: { href: `${org.origin}/api/v1/users/${person.id}/authenticator-enrollments/${id}` } },
        };
      }),
  );
}

/** The risk of a person: some have one, and a few a high one. */
function getRisk(call: Call): Answer {
  const person = findPerson(call);
  if (isAnswer(person)) return person;
  const roll = hashOf(call.org.seed, "risk", person.index);
  const links = { _links: { self: { href: `${call.org.origin}/api/v1/users/${person.id}/risk` } } };
  if (roll > 0.1) return answerJson({ riskLevel: "NONE", ...links });
  return answerJson({ riskLevel: roll < 0.02 ? "HIGH" : "LOW", reason: "Suspicious sign-in", ...links });
}

function getClassification(call: Call): Answer {
  const person = findPerson(call);
  if (isAnswer(person)) return person;
  return answerJson({
    type: person.userType === "Vendor" ? "LITE" : "STANDARD",
    lastUpdated: dateText(person.created),
  });
}

const bucket = "/api/v1/users";

/** Reads of what a person sees and is kept from. */
export const userDetailEndpoints: readonly Endpoint[] = [
  { operationId: "listAppLinks", path: "/api/v1/users/:id/appLinks", bucket, answer: listAppLinks },
  { operationId: "listUserBlocks", path: "/api/v1/users/:id/blocks", bucket, answer: listBlocks },
  {
    operationId: "listAuthenticatorEnrollments",
    path: "/api/v1/users/:userId/authenticator-enrollments",
    bucket,
    answer: listEnrollments,
  },
  { operationId: "getUserRisk", path: "/api/v1/users/:userId/risk", bucket, answer: getRisk },
  {
    operationId: "getUserClassification",
    path: "/api/v1/users/:userId/classification",
    bucket,
    answer: getClassification,
  },
];
