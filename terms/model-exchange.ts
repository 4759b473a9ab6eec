/** One request to a model and its answer, exactly as sent and received, for the journal. Never holds a key. */
export interface ModelExchange {
  /** From 0. */
  readonly round: number;
  /** The request's body as sent. */
  readonly request: string;
  /** The message that came back, or the error, as JSON text. */
  readonly response: string;
  readonly status: number | undefined;
  /** ISO 8601. */
  readonly sentAt: string;
  readonly endedAt: string;
  /** All that went in, read from a cache or not. */
  readonly inputTokens: number;
  /** Of those, what the endpoint read from its cache, and what it wrote into it. */
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
  readonly outputTokens: number;
}
