import type { EmulatorSettings } from "../emulator-options.ts";
import type { IssuedToken } from "../oauth/access-tokens.ts";
import type { OAuthOffice } from "../oauth/oauth-office.ts";
import type { Org } from "../org/org.ts";
import { hasScope, type Principal } from "../org/principal.ts";
import type { Answer } from "./answer.ts";
import { oktaError } from "./okta-error.ts";
import { insufficientScope, invalidToken } from "./token-refusals.ts";

/** A request as far as it matters for who sends it. */
export interface Knock {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly dpop: string | undefined;
  /** Scopes that the operation needs. */
  readonly scopes: readonly string[];
}

/** Lets requests in by API token, bearer token or DPoP. Gives who asks, or the refusal. */
export function createDoor(
  org: Org,
  settings: EmulatorSettings,
  oauth: OAuthOffice,
): (knock: Knock) => Principal | Answer {
  const proofRefusal = (token: IssuedToken, knock: Knock): Answer | undefined => {
    const nowMs = settings.clock();
    const end = oauth.proofs.check(knock.dpop, {
      method: knock.method,
      url: `${org.origin}${knock.path}`,
      nowMs,
      accessToken: token.text,
      wantsNonce: settings.dpopNonceAtResource,
    });
    if (end.kind === "proved") {
      return end.thumbprint === token.thumbprint ? undefined : invalidToken('DPoP error="invalid_token"');
    }
    if (end.kind === "wrong") {
      const challenge = `DPoP error="invalid_dpop_proof", error_description="${end.reason}"`;
      return {
        status: 400,
        body: JSON.stringify({ error: "invalid_dpop_proof", error_description: end.reason }),
        headers: { "www-authenticate": challenge },
      };
    }
    const description = "Resource server requires nonce in DPoP proof.";
    return {
      status: 401,
      body: JSON.stringify({ error: "use_dpop_nonce", error_description: description }),
      headers: {
        "www-authenticate": `DPoP error="use_dpop_nonce", error_description="${description}"`,
        "dpop-nonce": oauth.proofs.nonce(nowMs),
      },
    };
  };
  const byAccessToken = (scheme: string, text: string, knock: Knock): Principal | Answer => {
    const token = oauth.tokens.find(text, settings.clock());
    const isBound = token?.thumbprint !== undefined;
    if (token === undefined || isBound !== (scheme === "DPoP")) {
      return invalidToken(`${scheme} error="invalid_token", error_description="The access token is invalid."`);
    }
    const refusal = isBound ? proofRefusal(token, knock) : undefined;
    if (refusal !== undefined) return refusal;
    const missing = knock.scopes.find((scope) => !hasScope(token.principal.scopes, scope));
    return missing === undefined ? token.principal : insufficientScope(org, knock.path, missing);
  };
  return (knock) => {
    const [scheme = "", text = ""] = (knock.authorization ?? "").split(" ", 2);
    if (scheme === "Bearer" || scheme === "DPoP") return byAccessToken(scheme, text, knock);
    const token = scheme === "SSWS" ? org.tokens.find((one) => one.text === text) : undefined;
    if (token !== undefined && org.people[token.person]?.status !== "DEPROVISIONED") {
      return { kind: "user", index: token.person };
    }
    return knock.authorization === undefined ? oktaError(403, "E0000005", "Invalid session") : invalidToken("SSWS");
  };
}
