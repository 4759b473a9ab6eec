import { apps } from "./correct/apps.ts";
import { devices } from "./correct/devices.ts";
import { factors } from "./correct/factors.ts";
import { furtherStyles } from "./correct/further-styles.ts";
import { groups } from "./correct/groups.ts";
import { logs } from "./correct/logs.ts";
import { org } from "./correct/org.ts";
import { policies } from "./correct/policies.ts";
import { roles } from "./correct/roles.ts";
import { styles } from "./correct/styles.ts";
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
  ...styles,
  ...furtherStyles,
];
