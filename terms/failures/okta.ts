/** What can go wrong on the way to Okta and back. `operationId` is the read that failed. */
export interface OktaFailures {
  /** No connection: DNS, refused, reset, TLS. */
  "okta/unreachable": { readonly operationId: string; readonly origin: string; readonly reason: string };
  /** No answer in time. */
  "okta/timed-out": { readonly operationId: string; readonly afterMs: number };
  /** 401: the credential is wrong or expired. */
  "okta/unauthorized": { readonly operationId: string; readonly errorCode: string | undefined };
  /** 403: the role is too small, or a scope is missing (named where Okta names it). */
  "okta/forbidden": {
    readonly operationId: string;
    readonly errorCode: string | undefined;
    readonly missingScope: string | undefined;
  };
  /** Okta gives the app no token for these scopes: they were not granted to it. */
  "okta/scope-not-granted": { readonly clientId: string; readonly scopes: readonly string[] };
  /** The authorization server refuses the app itself, by this OAuth error: an unknown client, a wrong key, a sign-in that ended. */
  "okta/client-refused": { readonly clientId: string; readonly error: string };
  /** 404 for an object that the snippet named. */
  "okta/not-found": { readonly operationId: string; readonly summary: string };
  /** Any other 4xx. */
  "okta/refused": {
    readonly operationId: string;
    readonly status: number;
    readonly errorCode: string | undefined;
    readonly summary: string;
  };
  /** 429 after all retries. */
  "okta/rate-limited": { readonly operationId: string; readonly resetAt: string | undefined };
  /** 5xx after all retries. */
  "okta/unavailable": { readonly operationId: string; readonly status: number };
  /** The body is not what Okta's API sends: HTML, cut off, no JSON, wrong content type, too large. */
  "okta/unreadable": { readonly operationId: string; readonly status: number; readonly reason: string };
  /** A list that cannot be walked to its end without a gap or a repeat. */
  "okta/paging": { readonly operationId: string; readonly reason: string };
}
