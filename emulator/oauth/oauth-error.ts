import type { Answer } from "../http/answer.ts";

/** An error in OAuth's form, as Okta's token endpoint gives it. */
export function oauthError(
  status: number,
  error: string,
  description: string,
  headers?: Readonly<Record<string, string>>,
): Answer {
  const body = JSON.stringify({ error, error_description: description });
  return headers === undefined ? { status, body } : { status, body, headers };
}

/** 401 for a client that is not who it says it is. */
export function invalidClient(description: string): Answer {
  return oauthError(401, "invalid_client", description);
}

/** 400 for a proof of possession that proves nothing. */
export function invalidProof(description: string): Answer {
  return oauthError(400, "invalid_dpop_proof", description);
}
