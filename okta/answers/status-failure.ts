import type { Operation } from "../../registry/operation.ts";
import { Failure, type FailureDescription } from "../../terms/failure.ts";
import type { ReplyHeaders } from "../reply-headers.ts";
import type { ErrorBody } from "./error-body.ts";

/** An answer that is no 2xx, after all tries. */
export interface RefusedReply {
  readonly operation: Operation;
  readonly status: number;
  readonly headers: ReplyHeaders;
  readonly error: ErrorBody;
  readonly tries: number;
  /** What kind of credential was refused. */
  readonly credential: string;
}

const notShort = "Without it rows would be missing, so the run ends here.";

function said({ error, status }: RefusedReply): string {
  const code = error.errorCode === undefined ? `${status}` : `${status} ${error.errorCode}`;
  return error.summary === "" ? code : `${code}: "${error.summary}"`;
}

function unauthorized(reply: RefusedReply): Failure {
  const { operationId } = reply.operation;
  const isToken = reply.credential === "SSWS";
  return new Failure(
    "okta/unauthorized",
    { operationId, errorCode: reply.error.errorCode },
    {
      found: `Okta does not accept the ${isToken ? "API token" : "access token"} (${said(reply)}).`,
      why: "It is wrong, revoked or expired, its administrator is deactivated, or it is for another org. Nothing was read.",
      help: isToken
        ? "Make a new one under Security > API > Tokens and set OKTA_API_TOKEN. Tokens expire when they are not used for 30 days."
        : "Check the service app's client id and key in the org.",
    },
  );
}

/** The scope that Okta names when it refuses a token for lack of one; the body is empty then, only the header tells. */
function missingScope(headers: ReplyHeaders): string | undefined {
  const challenge = headers.get("www-authenticate");
  if (challenge === null || !/error="?insufficient_scope/i.test(challenge)) return undefined;
  return /[ ,]scope="([a-zA-Z0-9._ -]{1,200})"/.exec(challenge)?.[1];
}

function forbidden(reply: RefusedReply): Failure {
  const { operationId, scopes, adminRoles, permissions } = reply.operation;
  const scope = missingScope(reply.headers);
  const details = { operationId, errorCode: reply.error.errorCode, missingScope: scope };
  if (scope !== undefined) {
    return new Failure("okta/forbidden", details, {
      found: `Okta refused ${operationId}: the access token lacks the scope ${scope}.`,
      why: notShort,
      help: `A super administrator grants ${scope} to the service app under Applications > (the app) > Okta API Scopes.`,
    });
  }
  const needs = [
    ...(adminRoles === undefined ? [] : [`one of the roles ${adminRoles.join(", ")}`]),
    ...(permissions === undefined ? [] : [`a custom role with ${permissions.join(" or ")}`]),
  ];
  const role = needs.length === 0 ? "an admin role that may read this" : needs.join(", or ");
  return new Failure("okta/forbidden", details, {
    found: `Okta refused ${operationId} (${said(reply)}).`,
    why: `The administrator behind the credential may not read this. ${notShort}`,
    help: `It needs ${role}${scopes.length === 0 ? "" : `; with OAuth also the scope ${scopes.join(" and ")}`}.`,
  });
}

function rateLimited(reply: RefusedReply): Failure {
  const { operationId, bucket } = reply.operation;
  const reset = Number(reply.headers.get("x-rate-limit-reset"));
  const resetAt = reset > 0 && reset < 1e11 ? new Date(reset * 1000).toISOString() : undefined;
  return new Failure(
    "okta/rate-limited",
    { operationId, resetAt },
    {
      found: `Okta refused ${operationId} ${reply.tries} times for too many requests (429, ${bucket}).`,
      why: "Someone else uses up the org's limit as fast as it renews.",
      help: "Run it when the org is quieter, or have the token's share raised under Reports > Rate Limits. ATTEST_CONCURRENCY lowers what is out at once.",
    },
  );
}

function notFound(reply: RefusedReply): Failure {
  const { operationId } = reply.operation;
  return new Failure(
    "okta/not-found",
    { operationId, summary: reply.error.summary },
    {
      found: `Okta has not found what ${operationId} asked for (${said(reply)}).`,
      why: "It was deleted, belongs to another org, or may not be seen with this role.",
      help: "Check the name or id; if it came from an earlier list, run the whole again.",
    },
  );
}

function refused(reply: RefusedReply, help: string): Failure {
  const { operationId } = reply.operation;
  const { status, error } = reply;
  return new Failure(
    "okta/refused",
    { operationId, status, errorCode: error.errorCode, summary: error.summary },
    { found: `Okta refused ${operationId} (${said(reply)}).`, why: notShort, help },
  );
}

function unavailable(reply: RefusedReply): Failure {
  const { operationId } = reply.operation;
  return new Failure(
    "okta/unavailable",
    { operationId, status: reply.status },
    {
      found: `Okta failed at ${operationId} ${reply.tries === 1 ? "once" : `${reply.tries} times`} (${said(reply)}).`,
      why: notShort,
      help: "Try again in a few minutes, and see status.okta.com.",
    },
  );
}

function redirected(reply: RefusedReply): Failure {
  const location = reply.headers.get("location") ?? "";
  const host = URL.canParse(location) ? new URL(location).host : "another page";
  return unreadable(reply.operation.operationId, reply.status, `a redirect to ${host}`);
}

/** The answer is not what Okta's API sends. */
export function unreadable(operationId: string, status: number, reason: string): Failure {
  return new Failure(
    "okta/unreadable",
    { operationId, status, reason },
    {
      found: `What answered ${operationId} is not what Okta's API sends (${status}): ${reason}.`,
      why: "A half or foreign answer must not become rows, so the run ends here.",
      help: "Check OKTA_DOMAIN, and whether a proxy or sign-in page stands between here and Okta. If the org is right, run it again.",
    },
  );
}

/** What an answer that is no 2xx is reported as. */
export function statusFailure(reply: RefusedReply): FailureDescription {
  return failureOf(reply).describe();
}

function failureOf(reply: RefusedReply): Failure {
  const { status, error, operation } = reply;
  if (status >= 300 && status < 400) return redirected(reply);
  if (status >= 500) return unavailable(reply);
  if (status === 429) return rateLimited(reply);
  if (status === 401 && error.errorCode === "E0000015") {
    return refused(reply, "The org does not have this feature; ask without it.");
  }
  if (status === 401) return unauthorized(reply);
  if (status === 403) return forbidden(reply);
  if (!error.isJson) return unreadable(operation.operationId, status, "an error page that is not JSON");
  if (status === 404 && error.errorCode !== undefined) return notFound(reply);
  return refused(reply, "Check the filter and parameters of this read against what Okta says.");
}
