import { z } from "zod";
import type { OktaClient, OktaRead } from "../../okta/client.ts";
import { Failure, type FailureCode, type FailureDescription } from "../../terms/failure.ts";

const userShape = z.object({ id: z.string(), profile: z.object({ login: z.string() }) });
const rolesShape = z.array(z.object({ type: z.string().optional(), label: z.string().optional() }));

/** Whose credential it is, and what that person's roles are called. */
export interface CredentialOwner {
  readonly id: string;
  readonly login: string;
  /** Undefined where the credential may not read them. */
  readonly roles: readonly string[] | undefined;
}

function thrown({ code, details, found, why, help }: FailureDescription): Failure {
  return new Failure(code, details, { found, why, help });
}

function rolesIn(read: OktaRead): readonly string[] | undefined {
  if (read.kind !== "response") return undefined;
  return rolesShape.parse(JSON.parse(read.text)).map((role) => role.label ?? role.type ?? "a role without a name");
}

/** Failures that say no more than that roles may not be read. */
const rolesHidden: ReadonlySet<FailureCode> = new Set<FailureCode>(["okta/scope-not-granted", "okta/forbidden"]);

/** Reads what a service app may do in the org. Throws what the org answered where it does not even let the app in. */
export async function readAppOwner(
  client: OktaClient,
  clientId: string,
  signal: AbortSignal,
): Promise<CredentialOwner> {
  const roles = await client.read({ operationId: "listRolesForClient", parameters: { clientId } }, signal);
  if (roles.kind === "failed" && !rolesHidden.has(roles.failure.code)) throw thrown(roles.failure);
  return { id: clientId, login: clientId, roles: rolesIn(roles) };
}

/** Reads whose credential it is. Throws what the org answered. */
export async function readCredentialOwner(client: OktaClient, signal: AbortSignal): Promise<CredentialOwner> {
  const me = await client.read({ operationId: "getUser", parameters: { id: "me" } }, signal);
  if (me.kind !== "response") {
    if (me.kind === "failed") throw thrown(me.failure);
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
    roles: rolesIn(roles),
  };
}
