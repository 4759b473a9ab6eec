import { isFailure } from "../../terms/failure.ts";
import type { Credential } from "./credential.ts";

/** Okta names no scope in a refusal, so that each of a handful has to be asked for alone. */
const askedAtOnce = 20;

/**
 * Those of the scopes that the org does not give a credential; none for an API token, which has no scopes. Tokens are asked for
 * and dropped into the credential's own store. Throws `okta/client-refused`, `okta/unreachable` and its like.
 */
export async function missingScopes(
  credential: Credential,
  origin: string,
  scopes: readonly string[],
): Promise<readonly string[]> {
  const missing: string[] = [];
  for (let from = 0; from < scopes.length; from += askedAtOnce) {
    try {
      await credential.authorise({}, { method: "GET", url: origin, scopes: scopes.slice(from, from + askedAtOnce) });
    } catch (error) {
      if (!isFailure(error, "okta/scope-not-granted")) throw error;
      missing.push(...error.details.scopes);
    }
  }
  return missing;
}
