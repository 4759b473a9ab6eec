import { answerJson, type Answer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import { objectId } from "../org/object-id.ts";

function getWellKnown(call: Call): Answer {
  return answerJson({
    id: objectId(call.org.seed, "00o", 0),
    cell: "ok12",
    _links: { organization: { href: call.org.origin } },
    pipeline: "idx",
    settings: {
      analyticsCollectionEnabled: false,
      bugReportingEnabled: true,
      omEnabled: false,
      pssoEnabled: false,
      desktopMFAEnabled: false,
      itpEnabled: false,
      op4wEnabled: false,
    },
  });
}

/** What the org says of itself to anybody: the one path of the management API that answers without a credential. */
export const wellKnownEndpoints: readonly Endpoint[] = [
  {
    operationId: "getWellknownOrgMetadata",
    path: "/.well-known/okta-organization",
    bucket: "/api/v1",
    open: true,
    answer: getWellKnown,
  },
];
