import type { ReplyHeaders } from "../reply-headers.ts";

/** The read that a credential is asked to authorise. */
export interface AuthorisedRead {
  readonly method: string;
  /** Whole URL, without its query. */
  readonly url: string;
  /** OAuth scopes that the run needs. */
  readonly scopes: readonly string[];
}

/** What is new about a credential after a 401: its token, or the nonce that its proofs of possession carry. */
export type Renewal = "token" | "nonce";

/**
 * What lets Attest in. Contract: the secret is in no property, no JSON, no text and no inspection of this object; it is only ever
 * written into the headers handed in.
 */
export interface Credential {
  /** `SSWS`, `OAuth`: for messages. */
  readonly kind: string;
  /** Writes what authorises this read into `headers`. A promise where a token has to be fetched first; may reject with a Failure. */
  authorise(headers: Record<string, string>, read: AuthorisedRead): Promise<void> | undefined;
  /**
   * Called after a 401, with the headers that were sent and those that came back. Says what is new so that the read may fare better
   * when it is sent again; undefined where nothing is.
   */
  renew(sent: Readonly<Record<string, string>>, answered: ReplyHeaders): Renewal | undefined;
  /** The text with every occurrence of the secret taken out: for what Okta says, which may quote what was sent. */
  redact(text: string): string;
}
