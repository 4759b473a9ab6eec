import type { Sight } from "../org/sight.ts";
import type { Answer } from "./answer.ts";
import { forbidden } from "./okta-error.ts";

/** Paths whose endpoints look at the sight themselves, or that every admin may read. */
const byRow = /^\/api\/v1\/(users|groups|apps|devices|iam|meta)(\/|$)|^\/api\/v1\/org$|^\/oauth2\/v1\/clients\//;
const ownUser = /^\/api\/v1\/users\/me(\/|$)/;
const groupRules = /^\/api\/v1\/groups\/rules(\/|$)/;

/** 403 for a part of the org that no role of who asks opens. */
export function areaRefusal(path: string, sight: Sight): Answer | undefined {
  const isOpen =
    path === "/api/v1/logs"
      ? sight.logs
      : sight.configuration || (byRow.test(path) && (sight.groups === "all" || !groupRules.test(path)));
  return isOpen && (sight.isAdmin || ownUser.test(path)) ? undefined : forbidden();
}
