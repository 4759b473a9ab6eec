/**
 * Rate-limit buckets as path prefixes, the longest match counts. From Okta's last published table and the path list of
 * Okta's Terraform provider (2022). A pattern that ends in `/{id}` matches exactly one more segment.
 */
const buckets: readonly string[] = [
  "/api/v1",
  "/api/v1/agentPools",
  "/api/v1/apps",
  "/api/v1/apps/{id}",
  "/api/v1/device-assurances",
  "/api/v1/devices",
  "/api/v1/devices/{id}/users",
  "/api/v1/domains",
  "/api/v1/groups",
  "/api/v1/groups/{id}",
  "/api/v1/iam",
  "/api/v1/identity-sources",
  "/api/v1/logs",
  "/api/v1/principal-rate-limits",
  "/api/v1/push-providers",
  "/api/v1/users",
  "/api/v1/users/{id}",
  "/attack-protection/api/v1",
  "/device-access/api/v1",
  "/integrations/api/v1",
  "/oauth2/v1/clients",
  "/okta-personal-settings/api/v1",
  "/privileged-access/api/v1",
  "/webauthn-registration/api/v1",
];

const wildcard = /\{[^}]+\}/g;

/** The bucket of a path template that no source names: the exact pattern, else the longest prefix. */
export function bucketOf(path: string): string {
  const pattern = path.replaceAll(wildcard, "{id}");
  if (buckets.includes(pattern)) return pattern;
  const prefixes = buckets.filter((one) => !one.endsWith("{id}") && pattern.startsWith(`${one}/`));
  const longest = prefixes.toSorted((a, b) => b.length - a.length)[0];
  return longest ?? buckets.find((one) => one === pattern) ?? `/${pattern.split("/")[1] ?? ""}`;
}
