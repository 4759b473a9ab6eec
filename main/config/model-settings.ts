import type { AwsKeys, CloudPlace, ModelProvider } from "../../planner/models/model-settings.ts";
import { Secret } from "../../terms/secret.ts";
import { type ModelPrice, parseModelPrice } from "./model-price.ts";

/** How much thought a model is to spend on an answer, where the endpoint lets that be set. */
export const efforts = ["low", "medium", "high", "xhigh", "max"] as const;

/** Who may serve a model. */
export const providers: readonly ["messages", "bedrock", "vertex"] = ["messages", "bedrock", "vertex"];

/** The model endpoint, as configured. */
export interface ModelSettings {
  readonly provider: ModelProvider;
  readonly apiKey: Secret | undefined;
  readonly awsKeys: AwsKeys | undefined;
  readonly cloud: CloudPlace;
  readonly baseUrl: string | undefined;
  readonly model: string;
  readonly effort: (typeof efforts)[number] | undefined;
  /** How long the planning of one question may take, in milliseconds; undefined for the planner's own bound. */
  readonly timeMs: number | undefined;
  /** Undefined: what a question cost is not known. */
  readonly price: ModelPrice | undefined;
}

/** The variables that say so, as given. */
export interface ModelVariables {
  readonly LLM_PROVIDER?: ModelProvider | undefined;
  readonly LLM_REGION?: string | undefined;
  readonly LLM_PROJECT?: string | undefined;
  readonly AWS_ACCESS_KEY_ID?: string | undefined;
  readonly AWS_SECRET_ACCESS_KEY?: string | undefined;
  readonly AWS_SESSION_TOKEN?: string | undefined;
  readonly AWS_BEARER_TOKEN_BEDROCK?: string | undefined;
  readonly AWS_REGION?: string | undefined;
  readonly LLM_API_KEY?: string | undefined;
  readonly LLM_BASE_URL?: string | undefined;
  readonly LLM_MODEL?: string | undefined;
  readonly LLM_EFFORT?: (typeof efforts)[number] | undefined;
  readonly LLM_SECONDS?: number | undefined;
  readonly LLM_PRICE?: string | undefined;
  readonly ANTHROPIC_API_KEY?: string | undefined;
  readonly ANTHROPIC_BASE_URL?: string | undefined;
  readonly ANTHROPIC_MODEL?: string | undefined;
}

const defaultModel = "claude-sonnet-4-5";

function awsKeysOf(values: ModelVariables): AwsKeys | undefined {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: key, AWS_SESSION_TOKEN: token } = values;
  if (id === undefined || key === undefined) return undefined;
  return {
    accessKeyId: new Secret(id),
    secretAccessKey: new Secret(key),
    sessionToken: token === undefined ? undefined : new Secret(token),
  };
}

function keyOf(provider: ModelProvider, values: ModelVariables): string | undefined {
  if (provider === "bedrock") return values.LLM_API_KEY ?? values.AWS_BEARER_TOKEN_BEDROCK;
  return provider === "vertex" ? values.LLM_API_KEY : (values.LLM_API_KEY ?? values.ANTHROPIC_API_KEY);
}

function inMilliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000;
}

/** The model that the variables name; undefined where they name none: then the phrasebook plans. A cloud needs no key. */
export function modelSettings(values: ModelVariables): ModelSettings | undefined {
  const provider = values.LLM_PROVIDER ?? "messages";
  const apiKey = keyOf(provider, values);
  if (apiKey === undefined && provider === "messages") return undefined;
  return {
    provider,
    apiKey: apiKey === undefined ? undefined : new Secret(apiKey),
    awsKeys: provider === "bedrock" ? awsKeysOf(values) : undefined,
    cloud: { region: values.LLM_REGION ?? values.AWS_REGION, projectId: values.LLM_PROJECT },
    baseUrl: values.LLM_BASE_URL ?? (provider === "messages" ? values.ANTHROPIC_BASE_URL : undefined),
    model: values.LLM_MODEL ?? values.ANTHROPIC_MODEL ?? defaultModel,
    effort: values.LLM_EFFORT,
    timeMs: inMilliseconds(values.LLM_SECONDS),
    price: values.LLM_PRICE === undefined ? undefined : parseModelPrice(values.LLM_PRICE),
  };
}

/** Every secret among the settings of a model. */
export function modelSecrets({ apiKey, awsKeys }: ModelSettings): readonly Secret[] {
  return [apiKey, awsKeys?.accessKeyId, awsKeys?.secretAccessKey, awsKeys?.sessionToken].filter(
    (one) => one !== undefined,
  );
}
