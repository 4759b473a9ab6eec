/**
 * Requests a minute that a token may be expected to have in a bucket before Okta's headers say: half of the last published
 * defaults of an Enterprise org, since a token has half of its org's share unless an administrator changed that.
 */
const seeds: Readonly<Record<string, number>> = {
  "/api/v1/apps": 50,
  "/api/v1/apps/{id}": 300,
  "/api/v1/groups": 300,
  "/api/v1/groups/{id}": 300,
  "/api/v1/users": 300,
  "/api/v1/users/{id}": 500,
  "/api/v1/logs": 25,
  "/oauth2/v1/clients": 50,
  "/api/v1/devices": 75,
  "/api/v1/devices/{id}/users": 75,
};

/** Requests a minute that are assumed for a bucket until Okta has said. */
export function seededLimit(bucket: string): number {
  return seeds[bucket] ?? 300;
}
