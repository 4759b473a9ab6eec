import type { Secret } from "../../terms/secret.ts";

/** An endpoint that speaks the Messages API, and how patient to be with it. */
export interface ModelSettings {
  readonly apiKey: Secret;
  /** Without `/v1/messages`; undefined for Anthropic's own. */
  readonly baseUrl?: string | undefined;
  readonly model: string;
  /** How much thought an answer is worth; the endpoint's own measure where it is not set. */
  readonly effort?: "low" | "medium" | "high" | "xhigh" | "max" | undefined;
  /** Bound of one answer; default 8,000. */
  readonly maxAnswerTokens?: number | undefined;
  /** How often a request is sent again after 429, 5xx or a lost connection, in mid-stream too; default 2. */
  readonly maxRetries?: number | undefined;
}

/** Anthropic's own endpoint, used where no base URL is set. */
export const defaultBaseUrl = "https://api.anthropic.com";
