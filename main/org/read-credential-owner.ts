import { z } from "zod";
import type { OktaClient } from "../../okta/client.ts";
import { Failure, type FailureCode, type FailureDescription } from "../../terms/failure.ts";

const userShape = z.object({ id: z.string(), profile: z.object({ login: z.string() }) });

/** Whose credential it is. */
export interface CredentialOwner {
  readonly id: string;
  /** An app's is its client id. */
  readonly login: string;
}

function thrown({ code, details, found, why, help }: FailureDescription): Failure {
  return new Failure(code, details, { found, why, help });
}

/** Failures that say no more than that roles may not be read. */
const rolesHidden: ReadonlySet<FailureCode> = new Set<FailureCode>(["okta/scope-not-granted", "okta/forbidden"]);

/** Looks whether the org lets a service app in, by a read of its roles. Throws what the org answered where it does not. */
export async function readAppOwner(
  client: OktaClient,
  clientId: string,
  signal: AbortSignal,
): Promise<CredentialOwner> {
  const roles = await client.read({ operationId: "listRolesForClient", parameters: { clientId } }, signal);
  if (roles.kind === "failed" && !rolesHidden.has(roles.failure.code)) throw thrown(roles.failure);
  return { id: clientId, login: clientId };
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
  const user = userShape.safeParse(me.body);
  if (!user.success) {
    throw new Failure(
      "okta/unreadable",
      { operationId: "getUser", status: 200, reason: "no user" },
      {
        found: "What the org sent for the user behind the token is no user of Okta's.",
        why: "Whose token it is cannot be known.",
        help: "Check OKTA_DOMAIN, and whether a proxy stands in between.",
      },
    );
  }
  return { id: user.data.id, login: user.data.profile.login };
}
