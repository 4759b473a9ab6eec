import type { Secret } from "../../terms/secret.ts";

/** How a model is reached: an endpoint that speaks the Messages API itself, or one of two clouds through its official client. */
export type ModelProvider = "messages" | "bedrock" | "vertex";

/** Static keys of an AWS identity. */
export interface AwsKeys {
  readonly accessKeyId: Secret;
  readonly secretAccessKey: Secret;
  readonly sessionToken: Secret | undefined;
}

/** Where a cloud serves the model. */
export interface CloudPlace {
  readonly region: string | undefined;
  /** Google's project; Vertex only. */
  readonly projectId: string | undefined;
}

/** A model, and how patient to be with it. */
export interface ModelSettings {
  /** Default: `messages`. */
  readonly provider?: ModelProvider | undefined;
  /** The endpoint's key, Bedrock's API key, or Google's access token; undefined at a cloud: its own usual credentials. */
  readonly apiKey: Secret | undefined;
  /** Used for Bedrock where there is no API key; undefined: what AWS's own chain of credentials finds. */
  readonly awsKeys?: AwsKeys | undefined;
  readonly cloud?: CloudPlace | undefined;
  /** Without `/v1/messages`; undefined for the provider's own. */
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

/** Where the model is, for a message. */
export function addressOf({ baseUrl, provider = "messages", cloud }: ModelSettings): string {
  if (baseUrl !== undefined) return baseUrl;
  if (provider === "messages") return defaultBaseUrl;
  const region = cloud?.region === undefined ? "" : ` in ${cloud.region}`;
  return provider === "bedrock" ? `Amazon Bedrock${region}` : `Google Vertex AI${region}`;
}
