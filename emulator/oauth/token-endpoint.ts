import { type Answer, answerJson, isAnswer } from "../http/answer.ts";
import type { Call, Endpoint } from "../http/call.ts";
import type { TokenFacts } from "./access-tokens.ts";
import { authenticateService, findClient, identifyNative, type OAuthClient } from "./authenticate-client.ts";
import type { Poll } from "./device-grants.ts";
import { invalidProof, oauthError } from "./oauth-error.ts";

const deviceGrant = "urn:ietf:params:oauth:grant-type:device_code";
/** Scopes of OpenID itself: a native app has them without a grant. */
const openidScopes = new Set(["openid", "profile", "email", "offline_access"]);

function formOf(call: Call): URLSearchParams | Answer {
  const form = new URLSearchParams(call.body);
  const names = [...form.keys()];
  if (new Set(names).size === names.length) return form;
  return oauthError(400, "invalid_request", "The request contained multiple parameters with the same name.");
}

const isClient = (value: OAuthClient | Answer): value is OAuthClient => "client" in value;

/** The scopes asked for, if every one of them was granted to the client. */
function scopesOf(form: URLSearchParams, { client }: OAuthClient): readonly string[] | Answer {
  const asked = (form.get("scope") ?? "").split(/\s+/).filter((scope) => scope !== "");
  if (asked.length === 0) {
    return oauthError(400, "invalid_scope", "The scope parameter is required for this grant type.");
  }
  const free = client.kind === "native" ? openidScopes : new Set<string>();
  const denied = asked.filter((scope) => !client.scopes.includes(scope) && !free.has(scope));
  return denied.length === 0
    ? [...new Set(asked)]
    : oauthError(400, "invalid_scope", "One or more scopes are not configured for the authorization server resource.");
}

/** The thumbprint that the token is bound to; undefined where it is a bearer's. */
function bindingOf(call: Call, { client }: OAuthClient): { readonly thumbprint: string | undefined } | Answer {
  const proof = call.header("dpop");
  if (proof === undefined && !client.dpop) return { thumbprint: undefined };
  const nowMs = call.settings.clock();
  const url = `${call.org.origin}${call.path}`;
  const end = call.oauth.proofs.check(proof, { method: call.method, url, nowMs, wantsNonce: true });
  if (end.kind === "proved") return { thumbprint: end.thumbprint };
  if (end.kind === "wrong") return invalidProof(end.reason);
  return oauthError(400, "use_dpop_nonce", "Authorization server requires nonce in DPoP proof.", {
    "dpop-nonce": call.oauth.proofs.nonce(nowMs),
  });
}

function give(call: Call, facts: TokenFacts, refreshToken?: string): Answer {
  const nowMs = call.settings.clock();
  const token = call.oauth.tokens.issue(facts, nowMs);
  return answerJson({
    token_type: facts.thumbprint === undefined ? "Bearer" : "DPoP",
    expires_in: call.settings.accessTokenSeconds,
    access_token: token.text,
    scope: [...token.principal.scopes].join(" "),
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
  });
}

function giveToService(call: Call, form: URLSearchParams): Answer {
  const found = authenticateService(call, form);
  if (!isClient(found)) return found;
  const scopes = scopesOf(form, found);
  if (isAnswer(scopes)) return scopes;
  const binding = bindingOf(call, found);
  if (isAnswer(binding)) return binding;
  const principal = { kind: "app", index: found.app.index, scopes: new Set(scopes) } as const;
  return give(call, { principal, clientId: found.app.id, thumbprint: binding.thumbprint });
}

const pollErrors: Readonly<Record<Exclude<Poll["kind"], "approved">, () => Answer>> = {
  pending: () =>
    oauthError(400, "authorization_pending", "The device authorization is pending. Please try again later."),
  "slow-down": () => oauthError(400, "slow_down", "Slow down the polling frequency. Please try again later."),
  expired: () => oauthError(400, "expired_token", "The device code has expired."),
  denied: () => oauthError(403, "access_denied", "The resource owner or authorization server denied the request."),
  unknown: () => oauthError(400, "invalid_grant", "The device code is invalid or has expired."),
};

function giveToDevice(call: Call, form: URLSearchParams): Answer {
  const found = identifyNative(call, form);
  if (!isClient(found)) return found;
  const binding = bindingOf(call, found);
  if (isAnswer(binding)) return binding;
  const poll = call.oauth.devices.poll(form.get("device_code") ?? "", found.app.id, call.settings.clock());
  if (poll.kind !== "approved") return pollErrors[poll.kind]();
  const principal = { kind: "user", index: poll.person, scopes: new Set(poll.scopes) } as const;
  const facts = { principal, clientId: found.app.id, thumbprint: binding.thumbprint };
  return give(call, facts, poll.scopes.includes("offline_access") ? call.oauth.tokens.issueRefresh(facts) : undefined);
}

/** A refresh may ask for fewer scopes than there were, never for more. */
function narrowed(form: URLSearchParams, held: ReadonlySet<string>): ReadonlySet<string> | Answer {
  const asked = (form.get("scope") ?? "").split(/\s+/).filter((scope) => scope !== "");
  if (asked.length === 0) return held;
  const denied = asked.filter((scope) => !held.has(scope));
  if (denied.length === 0) return new Set(asked);
  const why = `Some of the scopes requested for the refresh request were not granted in the original authorize request. Denied scopes: ${denied.join(", ")}.`;
  return oauthError(400, "access_denied", why);
}

function refresh(call: Call, form: URLSearchParams): Answer {
  const found = identifyNative(call, form);
  if (!isClient(found)) return found;
  const text = form.get("refresh_token") ?? "";
  const facts = call.oauth.tokens.findRefresh(text);
  if (facts === undefined || facts.clientId !== found.app.id) {
    return oauthError(400, "invalid_grant", "The refresh token is invalid or expired.");
  }
  const binding = bindingOf(call, found);
  if (isAnswer(binding)) return binding;
  if (binding.thumbprint !== facts.thumbprint) {
    return invalidProof("The DPoP proof JWT was signed by another key than the token is bound to.");
  }
  const scopes = narrowed(form, facts.principal.scopes ?? new Set());
  if (isAnswer(scopes)) return scopes;
  return give(call, { ...facts, principal: { ...facts.principal, scopes } }, text);
}

function answerToken(call: Call): Answer {
  const form = formOf(call);
  if (!(form instanceof URLSearchParams)) return form;
  switch (form.get("grant_type")) {
    case "client_credentials":
      return giveToService(call, form);
    case deviceGrant:
      return giveToDevice(call, form);
    case "refresh_token":
      return refresh(call, form);
    case null:
    case "":
      return oauthError(400, "invalid_request", "The 'grant_type' parameter is required.");
    default:
      return oauthError(
        400,
        "unsupported_grant_type",
        "The authorization grant type is not supported by the authorization server.",
      );
  }
}

function authorizeDevice(call: Call): Answer {
  const form = formOf(call);
  if (!(form instanceof URLSearchParams)) return form;
  const found = findClient(call, form.get("client_id") ?? "");
  if (found?.client.kind !== "native") {
    return oauthError(401, "invalid_client", "Invalid value for 'client_id' parameter.");
  }
  const scopes = scopesOf(form, found);
  if (isAnswer(scopes)) return scopes;
  const { deviceCode, userCode } = call.oauth.devices.start(found.app.id, scopes, call.settings.clock());
  const activate = `${call.org.origin}/activate`;
  return answerJson({
    device_code: deviceCode,
    user_code: userCode,
    verification_uri: activate,
    verification_uri_complete: `${activate}?user_code=${userCode}`,
    expires_in: call.settings.deviceCodeSeconds,
    interval: call.settings.deviceIntervalSeconds,
  });
}

/** The org's authorization server. Nothing of it is in the catalogue of operations, which is of Okta's management API. */
export const oauthEndpoints: readonly Endpoint[] = [
  { method: "POST", path: "/oauth2/v1/token", bucket: "/oauth2/v1/token", open: true, answer: answerToken },
  {
    method: "POST",
    path: "/oauth2/v1/device/authorize",
    bucket: "/oauth2/v1/device/authorize",
    open: true,
    answer: authorizeDevice,
  },
];
