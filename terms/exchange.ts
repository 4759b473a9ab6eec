/** One try at a request, as sent and answered. Never holds a credential. */
export interface Attempt {
  /** ISO 8601 with milliseconds, this machine's clock. */
  readonly sentAt: string;
  readonly endedAt: string;
  /** HTTP status, or undefined where no answer came. */
  readonly status: number | undefined;
  /** Why it was tried again, or why it ended: "429, window resets at …", "connection reset". */
  readonly reason: string | undefined;
}

/** One read of Okta's API: the request, and how it was answered after all tries. */
export interface Exchange {
  readonly operationId: string;
  readonly method: string;
  /** `https://acme.okta.com`. */
  readonly origin: string;
  /** Path and query as sent. */
  readonly target: string;
  readonly attempts: readonly Attempt[];
  readonly status: number | undefined;
  /** `x-okta-request-id` of the last answer. */
  readonly oktaRequestId: string | undefined;
  /** Response headers that matter later: date, content-type, link, x-rate-limit-*. Lower case. */
  readonly headers: Readonly<Record<string, string>>;
}
