// Work that is killed at any moment: the journal verifies, and nothing that was acknowledged is lost.
import { checkKills } from "./check-kills.ts";

checkKills({ runs: 10, prunes: 5, exports: 5 });
