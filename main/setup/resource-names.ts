/**
 * What a permission of a custom role is exercised on, as the part of Okta's resource names (ORN) that follows the partition, with
 * the org's id left open. Of other permissions Okta's documents do not say how their resources are named.
 */
const resources: readonly (readonly [prefix: string, resource: string])[] = [
  ["okta.users.", "directory:{org}:users"],
  ["okta.groups.", "directory:{org}:groups"],
  ["okta.devices.", "directory:{org}:devices"],
  ["okta.apps.", "idp:{org}:apps"],
  ["okta.authzServers.", "idp:{org}:authorization_servers"],
  ["okta.customizations.", "idp:{org}:customizations"],
  ["okta.iam.", "iam:{org}:contained_resources"],
];

/** Where a permission reaches all of its resources, `directory:{org}:users`; undefined where that is not known. */
export function resourceOf(permission: string): string | undefined {
  return resources.find(([prefix]) => permission.startsWith(prefix))?.[1];
}
