import type { Answer } from "../http/answer.ts";
import type { Call } from "../http/call.ts";
import type { AppRow, OAuthClientFacts } from "../org/app-rows.ts";
import { isKnownAlgorithm, isSignedBy, parseJwt, secondsClaim, textClaim, type Jwt } from "./jwt.ts";
import { invalidClient, oauthError } from "./oauth-error.ts";

/** A client of the org's own API. */
export interface OAuthClient {
  readonly app: AppRow;
  readonly client: OAuthClientFacts;
}

const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const longestLifeSeconds = 3600;
/** Clocks may be apart by this much. */
const leewaySeconds = 60;

/** The client of an id, or undefined. */
export function findClient(call: Call, clientId: string): OAuthClient | undefined {
  const app = call.org.apps[call.org.appIndex.get(clientId) ?? -1];
  return app?.client === undefined || app.status !== "ACTIVE" ? undefined : { app, client: app.client };
}

/** What is wrong with the claims of an assertion. */
function wrongClaim(jwt: Jwt, call: Call): string | undefined {
  const nowSeconds = call.settings.clock() / 1000;
  const expires = secondsClaim(jwt, "exp");
  const issued = secondsClaim(jwt, "iat");
  const { aud } = jwt.claims;
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (!audiences.includes(`${call.org.origin}${call.path}`)) {
    return "The audience claim for client_assertion must be the endpoint invoked for the request.";
  }
  if (expires === undefined) return "The client_assertion must contain the 'exp' claim as seconds since epoch.";
  if (expires <= nowSeconds) return "The client_assertion token is expired.";
  if (expires > nowSeconds + longestLifeSeconds + leewaySeconds) {
    return "The client_assertion token has an expiration too far into the future.";
  }
  if (issued !== undefined && issued > nowSeconds + leewaySeconds) {
    return "The client_assertion token must be issued before the current time.";
  }
  return undefined;
}

/** What is wrong with the key or the signature of an assertion. */
function wrongSignature(jwt: Jwt, client: OAuthClientFacts): string | undefined {
  const { alg, kid } = jwt.header;
  if (!isKnownAlgorithm(alg)) return "The client_assertion JWT signature algorithm is invalid.";
  if (client.keys.length === 0) {
    return "The client does not have a JWKSet configured, but the client_assertion requires one.";
  }
  if (kid === undefined && client.keys.length > 1) return "The client_assertion JWT kid is invalid.";
  const key = kid === undefined ? client.keys[0] : client.keys.find((one) => one.kid === kid);
  if (key === undefined) return "The client_assertion JWT kid is invalid.";
  return isSignedBy(jwt, key) ? undefined : "The client_assertion signature is invalid.";
}

function assertionText(call: Call, form: URLSearchParams): string | Answer {
  const assertion = form.get("client_assertion");
  if (assertion === null || assertion === "") {
    return call.header("authorization") === undefined && form.get("client_secret") === null
      ? invalidClient("No client credentials found.")
      : invalidClient(
          "Client Credentials requests to the Org Authorization Server must use the private_key_jwt token_endpoint_auth_method.",
        );
  }
  return form.get("client_assertion_type") === assertionType
    ? assertion
    : oauthError(400, "invalid_request", "The 'client_assertion_type' parameter is missing or invalid.");
}

/** The service app that an assertion proves, or Okta's refusal. */
export function authenticateService(call: Call, form: URLSearchParams): OAuthClient | Answer {
  const text = assertionText(call, form);
  if (typeof text !== "string") return text;
  const jwt = parseJwt(text);
  if (jwt === undefined) return invalidClient("The parsing of the client_assertion failed.");
  const found = findClient(call, textClaim(jwt, "iss"));
  if (found === undefined) return invalidClient("The issuer claim for client_assertion is not a valid client_id.");
  if (textClaim(jwt, "sub") !== found.app.id) {
    return invalidClient("The subject claim for client_assertion is not a valid client_id.");
  }
  if (found.client.kind !== "service") {
    return invalidClient(
      "Only clients with 'application_type' of 'service' may use the client_credentials 'grant_type' with the Org Authorization Server.",
    );
  }
  const wrong = wrongClaim(jwt, call) ?? wrongSignature(jwt, found.client);
  if (wrong !== undefined) return invalidClient(wrong);
  const id = textClaim(jwt, "jti");
  const isNew = id === "" || call.oauth.assertions.take(`${found.app.id} ${id}`, call.settings.clock());
  return isNew ? found : invalidClient("The client_assertion token has already been used.");
}

/** The native app that a public request names, or Okta's refusal. */
export function identifyNative(call: Call, form: URLSearchParams): OAuthClient | Answer {
  const found = findClient(call, form.get("client_id") ?? "");
  return found?.client.kind === "native" ? found : invalidClient("Invalid value for 'client_id' parameter.");
}
