import { checkKills } from "../acceptance/check-kills.ts";

checkKills({ runs: 100, prunes: 50, exports: 50 });
