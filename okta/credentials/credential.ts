/** The read that a credential is asked to authorise. */
interface AuthorisedRead {
  readonly method: string;
  /** Whole URL, without its query. */
  readonly url: string;
  /** OAuth scopes that the run needs. */
  readonly scopes: readonly string[];
}

/**
 * What lets Attest in. Contract: the secret is in no property, no JSON, no text and no inspection of this object; it is only ever
 * written into the headers handed in.
 */
export interface Credential {
  /** `SSWS`, `OAuth`: for messages. */
  readonly kind: string;
  /** Writes what authorises this read into `headers`. A promise where a token has to be fetched first; may reject with a Failure. */
  authorise(headers: Record<string, string>, read: AuthorisedRead): Promise<void> | undefined;
  /** Called after a 401. True where a fresh token may help, so that the read is tried once more. */
  renew(): boolean;
  /** The text with every occurrence of the secret taken out: for what Okta says, which may quote what was sent. */
  redact(text: string): string;
}
