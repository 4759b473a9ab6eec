import type { JsonObject } from "./json.ts";
import type { OrgBase } from "./org-base.ts";
import type { Person, PersonStatus } from "./person.ts";
import { userSchemaId, userTypeId } from "./user-types.ts";

const moves: Readonly<Record<PersonStatus, readonly string[]>> = {
  STAGED: ["activate"],
  PROVISIONED: ["reactivate", "reset_password", "deactivate"],
  ACTIVE: ["suspend", "reset_password", "expire_password", "deactivate"],
  RECOVERY: ["unsuspend", "reset_password", "deactivate"],
  PASSWORD_EXPIRED: ["suspend", "reset_password", "deactivate"],
  LOCKED_OUT: ["unlock", "deactivate"],
  SUSPENDED: ["unsuspend", "deactivate"],
  DEPROVISIONED: ["activate"],
};

const relation = (move: string): string => move.replace(/_(\w)/, (_, letter: string) => letter.toUpperCase());

/** The links of a user as `getUser` gives them: what may be done depends on the status. */
export function userLinks(org: OrgBase, person: Person): JsonObject {
  const self = `${org.origin}/api/v1/users/${person.id}`;
  const lifecycle = moves[person.status].map((move) => [
    relation(move),
    { href: `${self}/lifecycle/${move}`, method: "POST" },
  ]);
  return {
    ...Object.fromEntries(lifecycle),
    schema: { href: `${org.origin}/api/v1/meta/schemas/user/${userSchemaId(org.seed, person.typeIndex)}` },
    self: { href: self },
    resetFactors: { href: `${self}/lifecycle/reset_factors`, method: "POST" },
    type: { href: `${org.origin}/api/v1/meta/types/user/${userTypeId(org.seed, person.typeIndex)}` },
    ...(person.status === "DEPROVISIONED" ? { delete: { href: self, method: "DELETE" } } : {}),
  };
}
