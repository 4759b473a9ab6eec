import { inspect } from "node:util";
import type { AccessToken, AccessTokens } from "./access-tokens.ts";
import type { AuthorisedRead, Credential } from "./credential.ts";
import { removedCredential, withoutTokens } from "./removed-credential.ts";
import type { TokenEndpoint } from "./token-endpoint.ts";

/** Undefined where the headers are complete at once. */
function writeToken(
  headers: Record<string, string>,
  read: AuthorisedRead,
  token: AccessToken,
  endpoint: TokenEndpoint,
): Promise<void> | undefined {
  headers["authorization"] = `${token.isBound ? "DPoP" : "Bearer"} ${token.text}`;
  if (!token.isBound || endpoint.prover === undefined) return undefined;
  const place = { method: read.method, url: read.url, accessToken: token.text };
  return endpoint.prover.prove(place).then((proof) => {
    headers["dpop"] = proof;
  });
}

/**
 * A credential that sends a token for exactly the scopes that a run needs, renewed before it ends and once after Okta has refused
 * it, with a proof of possession where the token is bound to a key.
 */
export function createOAuthCredential(endpoint: TokenEndpoint, tokens: AccessTokens): Credential {
  const credential: Credential & { toJSON(): string; [inspect.custom](): string } = {
    kind: "OAuth",
    authorise(headers, read) {
      // A handful of reads need no scope, and there is no token without one.
      if (read.scopes.length === 0) return undefined;
      const token = tokens.get(read.scopes);
      if (!(token instanceof Promise)) return writeToken(headers, read, token, endpoint);
      return token.then((fetched) => writeToken(headers, read, fetched, endpoint));
    },
    renew(sent, answered) {
      const { authorization, dpop } = sent;
      if (authorization === undefined) return undefined;
      if (endpoint.prover?.takeNonce(dpop, answered) === true) return "nonce";
      // Where another read has had it renewed in the meantime, there is nothing to drop and still something new to send.
      tokens.drop(authorization.slice(authorization.indexOf(" ") + 1));
      return "token";
    },
    redact(text) {
      return withoutTokens(tokens.texts().reduce((rest, token) => rest.replaceAll(token, removedCredential), text));
    },
    toJSON: () => removedCredential,
    [inspect.custom]: () => `OAuth ${removedCredential}`,
  };
  return Object.freeze(credential);
}
