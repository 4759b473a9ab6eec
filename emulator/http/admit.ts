import type { EmulatorSettings } from "../emulator-options.ts";
import type { IssuedToken } from "../oauth/access-tokens.ts";
import type { OAuthOffice } from "../oauth/oauth-office.ts";
import type { Org } from "../org/org.ts";
import { hasScope, type Principal } from "../org/principal.ts";
import type { Answer } from "./answer.ts";
import { oktaError } from "./okta-error.ts";

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

/** 401 for a token that the org does not know, or not any more. */
export function invalidToken(challenge: string): Answer {
  return { ...oktaError(401, "E0000011", "Invalid token provided"), headers: { "www-authenticate": challenge } };
}

/** The refusal of a token without the scope: no body, only a header says which one is missing. */
export function insufficientScope(org: Org, path: string, scope: string): Answer {
  const host = org.origin.replace(/^https?:/, "http:");
  const challenge = [
    `Bearer authorization_uri="${host}/oauth2/v1/authorize"`,
    `realm="${host}"`,
    `scope="${scope}"`,
    'error="insufficient_scope"',
    'error_description="The access token provided does not contain the required scopes."',
    `resource="${path}"`,
  ];
  return { status: 403, body: "", headers: { "www-authenticate": challenge.join(", ") } };
}

/** Lets requests in by API token, bearer token or DPoP. Gives who asks, or the refusal. */
export function createDoor(
  org: Org,
  settings: EmulatorSettings,
  oauth: OAuthOffice,
): (knock: Knock) => Principal | Answer {
  const proofFault = (token: IssuedToken, knock: Knock): Answer | undefined => {
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
    const fault = isBound ? proofFault(token, knock) : undefined;
    if (fault !== undefined) return fault;
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
