import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import type { Secret } from "../../terms/secret.ts";
import { systemClock, type Clock } from "../pacing/clock.ts";
import { createAccessTokens } from "./access-tokens.ts";
import type { Credential } from "./credential.ts";
import { createOAuthCredential } from "./oauth-credential.ts";
import { parseSigningKey } from "./signing-key.ts";
import { createTokenEndpoint, tokenPath } from "./token-endpoint.ts";

/** A service app of the org: an OAuth client that signs in with a key of its own. */
export interface ServiceApp {
  readonly clientId: string;
  /** PEM or JWK. */
  readonly privateKey: Secret;
  /** The key's name in the org, where the key does not say it itself. */
  readonly keyId?: string | undefined;
  /** Prove possession from the first request on. Where the app demands it, that is found out anyway. */
  readonly dpop: boolean;
}

/** Okta takes an hour at the most; half of it leaves room for a clock that is wrong in either direction. */
const assertionLifeSeconds = 1800;

/** The credential of a service app. Tokens are got when they are first needed. Throws `config/invalid` for a key that is none. */
export function createServiceAppCredential(origin: string, app: ServiceApp, clock: Clock = systemClock): Credential {
  const { key, algorithm, keyId } = parseSigningKey(app.privateKey, app.keyId);
  const { clientId, dpop } = app;
  const endpoint = createTokenEndpoint({ origin, dpop, clock });
  const header = { alg: algorithm, ...(keyId === undefined ? {} : { kid: keyId }) };

  async function assertion(): Promise<string> {
    return new SignJWT({ jti: randomUUID() })
      .setProtectedHeader(header)
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(`${origin}${tokenPath}`)
      .setExpirationTime(Math.floor(endpoint.nowMs() / 1000) + assertionLifeSeconds)
      .sign(key);
  }

  const tokens = createAccessTokens(
    endpoint,
    {
      asker: { clientId, kind: "service", keyId },
      form: async (scopes) => ({
        grant_type: "client_credentials",
        scope: scopes.join(" "),
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: await assertion(),
      }),
    },
    () => clock.now(),
  );
  return createOAuthCredential(endpoint, tokens);
}
