import type { Endpoint } from "../http/call.ts";
import { assignmentWrites } from "../writes/write-assignments.ts";
import { groupWrites } from "../writes/write-groups.ts";
import { userWrites } from "../writes/write-users.ts";
import { appDetailEndpoints } from "./app-details.ts";
import { appEndpoints } from "./apps.ts";
import { authorizationServerEndpoints } from "./authorization-servers.ts";
import { configurationEndpoints } from "./configuration.ts";
import { deviceEndpoints } from "./devices.ts";
import { endpointsFromRegistry } from "./from-registry.ts";
import { grantEndpoints } from "./grants.ts";
import { groupEndpoints } from "./groups.ts";
import { iamEndpoints } from "./iam.ts";
import { oauthEndpoints } from "../oauth/token-endpoint.ts";
import { logEndpoints } from "./logs.ts";
import { metaEndpoints } from "./meta.ts";
import { orgPartEndpoints } from "./org-parts.ts";
import { orgSettingEndpoints } from "./org-settings.ts";
import { policyEndpoints } from "./policies.ts";
import { roleEndpoints } from "./roles.ts";
import { userDetailEndpoints } from "./user-details.ts";
import { userEndpoints } from "./users.ts";
import { wellKnownEndpoints } from "./well-known.ts";

/** Operations that the emulator serves with content of its own. */
const ownEndpoints: readonly Endpoint[] = [
  ...userEndpoints,
  ...userDetailEndpoints,
  ...groupEndpoints,
  ...appEndpoints,
  ...appDetailEndpoints,
  ...roleEndpoints,
  ...iamEndpoints,
  ...metaEndpoints,
  ...wellKnownEndpoints,
  ...configurationEndpoints,
  ...authorizationServerEndpoints,
  ...orgSettingEndpoints,
  ...orgPartEndpoints,
  ...grantEndpoints,
  ...policyEndpoints,
  ...deviceEndpoints,
  ...logEndpoints,
  ...oauthEndpoints,
  ...userWrites,
  ...groupWrites,
  ...assignmentWrites,
];

/** Fixed paths before those with a parameter in the same place, so that `/groups/rules` is no group's id. */
function bySpecificity(left: Endpoint, right: Endpoint): number {
  const key = (path: string): string => path.replaceAll(/:\w+/g, "~");
  return key(left.path) < key(right.path) ? -1 : 1;
}

/** Operations that are answered with content of their own; all other reads are answered as by an org that never used the thing. */
export function operationsWithContent(): ReadonlySet<string> {
  return new Set(ownEndpoints.flatMap((endpoint) => endpoint.operationId ?? []));
}

/** Every read that the emulator answers. */
export function listEndpoints(): readonly Endpoint[] {
  return [...ownEndpoints, ...endpointsFromRegistry(operationsWithContent())].toSorted(bySpecificity);
}
