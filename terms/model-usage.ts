/** What planning one question with a model took. */
export interface ModelUsage {
  /** The planning's chain in the journal, which has every request as it was sent. */
  readonly planning: string;
  readonly model: string;
  /** Requests that were answered. */
  readonly rounds: number;
  /** All that went in, read from a cache or not. */
  readonly inputTokens: number;
  /** Of those, read from the endpoint's cache. */
  readonly cacheReadTokens: number;
  readonly outputTokens: number;
  /** In US dollars; null where no price is configured. */
  readonly costUsd: number | null;
  readonly seconds: number;
}
