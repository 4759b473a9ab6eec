import { letters } from "../org/object-id.ts";
import type { Answer } from "./answer.ts";

let made = 0;

/** An error in Okta's form: the five keys in Okta's order. */
export function oktaError(
  status: number,
  errorCode: string,
  errorSummary: string,
  ...causes: readonly string[]
): Answer {
  made += 1;
  const errorId = `oae${letters(7, "error", made, 22)}`;
  const errorCauses = causes.map((cause) => ({ errorSummary: cause }));
  return { status, body: JSON.stringify({ errorCode, errorSummary, errorLink: errorCode, errorId, errorCauses }) };
}

/** 404 for an id that nothing has. */
export function notFound(id: string, type: string): Answer {
  return oktaError(404, "E0000007", `Not found: Resource not found: ${id} (${type})`);
}

/** 400 for a value that Okta refuses; the cause says why. */
export function invalid(field: string, cause: string): Answer {
  return oktaError(400, "E0000001", `Api validation failed: ${field}`, cause);
}

/** 400 for a search or filter that parses and that Okta refuses all the same. */
export function refusedSearch(cause: string): Answer {
  return oktaError(400, "E0000031", "Invalid search criteria.", cause);
}

/** 403 where the role of who asks is too small. */
export function forbidden(): Answer {
  return oktaError(403, "E0000006", "You do not have permission to perform the requested action");
}

/** 429, whichever limit was passed. */
export function rateLimited(): Answer {
  return oktaError(429, "E0000047", "API call exceeded rate limit due to too many requests.");
}
