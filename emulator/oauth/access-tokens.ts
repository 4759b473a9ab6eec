import { letters, objectId } from "../org/object-id.ts";
import type { Principal } from "../org/principal.ts";

/** A token that the org gave out. */
export interface IssuedToken {
  readonly text: string;
  readonly principal: Principal & { readonly scopes: ReadonlySet<string> };
  /** Id of the client it was given to. */
  readonly clientId: string;
  readonly expiresAt: number;
  /** Thumbprint of the key that every request must prove; absent for bearer tokens. */
  readonly thumbprint: string | undefined;
}

/** What a token is given for. */
export type TokenFacts = Pick<IssuedToken, "principal" | "clientId" | "thumbprint">;

/** The org's memory of the tokens it gave out. */
export interface AccessTokens {
  readonly issue: (facts: TokenFacts, nowMs: number) => IssuedToken;
  /** The token of that text if it has not expired. */
  readonly find: (text: string, nowMs: number) => IssuedToken | undefined;
  /** A refresh token for the same facts; it stays the same from refresh to refresh. */
  readonly issueRefresh: (facts: TokenFacts) => string;
  readonly findRefresh: (text: string) => TokenFacts | undefined;
  /** Makes every access token expire now. Refresh tokens live on. */
  readonly expireAll: () => void;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The memory of an org, empty. Tokens live for this many seconds. */
export function createAccessTokens(
  org: { readonly seed: number; readonly origin: string },
  lifeSeconds: number,
): AccessTokens {
  const tokens = new Map<string, IssuedToken>();
  const refreshTokens = new Map<string, TokenFacts>();
  let made = 0;
  return {
    issue: (facts, nowMs) => {
      made += 1;
      const issuedAt = Math.floor(nowMs / 1000);
      const claims = {
        ver: 1,
        jti: `AT.${letters(org.seed, "access-token", made, 32)}`,
        iss: org.origin,
        aud: org.origin,
        sub: facts.clientId,
        iat: issuedAt,
        exp: issuedAt + lifeSeconds,
        cid: facts.clientId,
        scp: [...(facts.principal.scopes ?? [])],
        ...(facts.thumbprint === undefined ? {} : { cnf: { jkt: facts.thumbprint } }),
      };
      // No client can check the signature of an org server's token: its keys are Okta's own. So it is only the look of one.
      const header = encode({ kid: objectId(org.seed, "kid", 0), alg: "RS256" });
      const text = `${header}.${encode(claims)}.${letters(org.seed, "token-signature", made, 342)}`;
      const scopes = facts.principal.scopes ?? new Set<string>();
      const principal = { ...facts.principal, scopes };
      const token: IssuedToken = { ...facts, principal, text, expiresAt: nowMs + lifeSeconds * 1000 };
      tokens.set(text, token);
      return token;
    },
    find: (text, nowMs) => {
      const found = tokens.get(text);
      if (found === undefined || found.expiresAt > nowMs) return found;
      tokens.delete(text);
      return undefined;
    },
    issueRefresh: (facts) => {
      made += 1;
      const text = letters(org.seed, "refresh-token", made, 43);
      refreshTokens.set(text, facts);
      return text;
    },
    findRefresh: (text) => refreshTokens.get(text),
    expireAll: () => tokens.clear(),
  };
}
