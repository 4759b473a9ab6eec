import { Failure } from "../../terms/failure.ts";

/** What Okta's authorization server answers when it gives no token. */
export interface TokenRefusal {
  readonly error: string;
  /** Okta's own words; may be "". */
  readonly description: string;
}

/** Who asked for a token. */
export interface TokenAsker {
  readonly clientId: string;
  /** `service`: an app of its own with a key. `device`: a person signed in through an app. */
  readonly kind: "service" | "device";
  /** Name of the key that it signed with, where it has one. */
  readonly keyId: string | undefined;
}

/** No token for these scopes. */
export function scopeFailure(
  { clientId, kind }: TokenAsker,
  scopes: readonly string[],
): Failure<"okta/scope-not-granted"> {
  const names = scopes.join(" and ");
  const isOne = scopes.length === 1;
  return new Failure(
    "okta/scope-not-granted",
    { clientId, scopes },
    {
      found: `The app ${clientId} has not been granted the ${isOne ? "scope" : "scopes"} ${names}.`,
      why: `This needs ${isOne ? "it" : "them"}, and Okta gives no token without. Nothing was read.`,
      help:
        kind === "service"
          ? `A super administrator grants ${names} under Applications > (the app) > Okta API Scopes.`
          : `A super administrator grants ${names} under Applications > (the app) > Okta API Scopes; then sign in again.`,
    },
  );
}

function helpFor(asker: TokenAsker, { error, description }: TokenRefusal): string {
  if (error === "invalid_grant") return "Sign in again.";
  if (/expired|issued before/i.test(description))
    return "Set this machine's clock right: the signature is dated with it.";
  if (asker.kind === "device") return "Check OKTA_CLIENT_ID, and that the app allows the device authorization grant.";
  const key = asker.keyId === undefined ? "this key (with several keys, set OKTA_KEY_ID)" : `the key ${asker.keyId}`;
  return `Check OKTA_CLIENT_ID, that the app is active and authenticates by public key, and that ${key} is under its Public Keys.`;
}

/** The client itself was refused. */
export function clientFailure(asker: TokenAsker, refusal: TokenRefusal): Failure<"okta/client-refused"> {
  const said = refusal.description === "" ? refusal.error : `${refusal.error}: "${refusal.description}"`;
  return new Failure(
    "okta/client-refused",
    { clientId: asker.clientId, error: refusal.error },
    {
      found: `Okta gives the app ${asker.clientId} no access token (${said}).`,
      why: "Without one nothing can be read.",
      help: helpFor(asker, refusal),
    },
  );
}
