import type { Endpoint } from "../http/call.ts";
import { appEndpoints } from "./apps.ts";
import { configurationEndpoints } from "./configuration.ts";
import { deviceEndpoints } from "./devices.ts";
import { groupEndpoints } from "./groups.ts";
import { iamEndpoints } from "./iam.ts";
import { metaEndpoints } from "./meta.ts";
import { policyEndpoints } from "./policies.ts";
import { userEndpoints } from "./users.ts";

/** Every operation that the emulator serves with content of its own. */
export const endpoints: readonly Endpoint[] = [
  ...userEndpoints,
  ...groupEndpoints,
  ...appEndpoints,
  ...iamEndpoints,
  ...metaEndpoints,
  ...configurationEndpoints,
  ...policyEndpoints,
  ...deviceEndpoints,
];
