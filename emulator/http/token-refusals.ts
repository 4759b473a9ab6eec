import type { Org } from "../org/org.ts";
import type { Answer } from "./answer.ts";
import { oktaError } from "./okta-error.ts";

/** 401 for a token that the org does not know, or not any more. */
export function invalidToken(challenge: string): Answer {
  return { ...oktaError(401, "E0000011", "Invalid token provided"), headers: { "www-authenticate": challenge } };
}

/** The refusal of a token without the scope: no body, only a header says which one is missing. */
export function insufficientScope(org: Org, path: string, scope: string): Answer {
  const host = org.origin.replace(/^https?:/, "http:");
  const challenge = [
    `Bearer authorization_uri="${host}/oauth2/v1/authorize"`,
    `realm="${host}"`,
    `scope="${scope}"`,
    'error="insufficient_scope"',
    'error_description="The access token provided does not contain the required scopes."',
    `resource="${path}"`,
  ];
  return { status: 403, body: "", headers: { "www-authenticate": challenge.join(", ") } };
}
