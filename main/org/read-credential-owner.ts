import { z } from "zod";
import type { OktaClient } from "../../okta/client.ts";
import { Failure } from "../../terms/failure.ts";

const userShape = z.object({ id: z.string(), profile: z.object({ login: z.string() }) });
const rolesShape = z.array(z.object({ type: z.string().optional(), label: z.string().optional() }));

/** Whose credential it is, and what that person's roles are called. */
export interface CredentialOwner {
  readonly id: string;
  readonly login: string;
  /** Undefined where the credential may not read them. */
  readonly roles: readonly string[] | undefined;
}

/** Reads whose credential it is. Throws what the org answered. */
export async function readCredentialOwner(client: OktaClient, signal: AbortSignal): Promise<CredentialOwner> {
  const me = await client.read({ operationId: "getUser", parameters: { id: "me" } }, signal);
  if (me.kind !== "response") {
    if (me.kind === "failed") {
      const { code, details, found, why, help } = me.failure;
      throw new Failure(code, details, { found, why, help });
    }
    throw new Failure(
      "okta/not-found",
      { operationId: "getUser", summary: "me" },
      {
        found: "Okta knows no user behind this token.",
        why: "Its role cannot be known.",
        help: "Make a new token as an administrator.",
      },
    );
  }
  const user = userShape.parse(JSON.parse(me.text));
  const roles = await client.read({ operationId: "listAssignedRolesForUser", parameters: { userId: user.id } }, signal);
  return {
    id: user.id,
    login: user.profile.login,
    roles:
      roles.kind === "response"
        ? rolesShape.parse(JSON.parse(roles.text)).map((role) => role.label ?? role.type ?? "a role without a name")
        : undefined,
  };
}
