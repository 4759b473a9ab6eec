import { apps } from "./correct/apps.ts";
import { compoundStyles } from "./correct/compound-styles.ts";
import { devices } from "./correct/devices.ts";
import { factors } from "./correct/factors.ts";
import { furtherStyles } from "./correct/further-styles.ts";
import { groupAndAppStyles } from "./correct/group-and-app-styles.ts";
import { groups } from "./correct/groups.ts";
import { identityProvidersAndAuthorizationServers } from "./correct/identity-providers-and-authorization-servers.ts";
import { logs } from "./correct/logs.ts";
import { org } from "./correct/org.ts";
import { policies } from "./correct/policies.ts";
import { policyAndLogStyles } from "./correct/policy-and-log-styles.ts";
import { roles } from "./correct/roles.ts";
import { schemasAndMappings } from "./correct/schemas-and-mappings.ts";
import { unseenStyles } from "./correct/unseen-styles.ts";
import { userStyles } from "./correct/user-styles.ts";
import { users } from "./correct/users.ts";
import type { CorrectSnippet } from "./correct-snippet.ts";

/** Every snippet that must pass the check as it stands. */
export const correctSnippets: readonly CorrectSnippet[] = [
  ...users,
  ...groups,
  ...apps,
  ...factors,
  ...roles,
  ...policies,
  ...logs,
  ...devices,
  ...org,
  ...identityProvidersAndAuthorizationServers,
  ...schemasAndMappings,
  ...userStyles,
  ...groupAndAppStyles,
  ...policyAndLogStyles,
  ...furtherStyles,
  ...compoundStyles,
  ...unseenStyles,
];
