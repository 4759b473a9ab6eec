import { type FailureDescription, isFailure } from "../../terms/failure.ts";
import type { Review } from "../../terms/review.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import type { ConfiguredOrg } from "../org/connected-org.ts";
import { createCredential } from "../org/org-credential.ts";
import { mayLookUp } from "../org/schema-for-run.ts";

/** Everything that a reviewed snippet may read with OAuth, and nothing else. */
export function scopesOf(review: Review): readonly string[] {
  return [...new Set(review.operations.flatMap((operation) => operation.scopes))];
}

/**
 * Gets the access token that a run will read with; an API token needs none. Gives the failure where scopes were not granted, before
 * anything is read: it names them and where to grant them. Whatever else keeps Okta from giving a token is the run's to say.
 */
export async function findMissingGrant(
  { address, credential }: ConfiguredOrg,
  review: Review,
): Promise<FailureDescription | undefined> {
  const read = { method: "GET", url: address.origin, scopes: scopesOf(review) };
  try {
    await createCredential(address.origin, credential).authorise({}, read);
    return undefined;
  } catch (error) {
    if (!isFailure(error)) throw error;
    return error.code === "okta/scope-not-granted" ? error.describe() : undefined;
  }
}

/** The same before an approval is asked for, where look-ups may be sent then: nobody is asked to approve what cannot run. */
export async function findMissingGrantEarly(
  house: House,
  org: ConfiguredOrg,
  review: Review,
  front: Front,
): Promise<FailureDescription | undefined> {
  if (org.credential.kind === "token") return undefined;
  const what = "whether the app was granted the scopes of this snippet (an access token)";
  return (await mayLookUp(house, front, what)) ? findMissingGrant(org, review) : undefined;
}
