import { Secret } from "../../terms/secret.ts";
import { type ModelPrice, parseModelPrice } from "./model-price.ts";

/** How much thought a model is to spend on an answer, where the endpoint lets that be set. */
export const efforts = ["low", "medium", "high", "xhigh", "max"] as const;

/** The model endpoint, as configured. */
export interface ModelSettings {
  readonly apiKey: Secret;
  readonly baseUrl: string | undefined;
  readonly model: string;
  readonly effort: (typeof efforts)[number] | undefined;
  /** Undefined: what a question cost is not known. */
  readonly price: ModelPrice | undefined;
}

/** The variables that say so, as given. */
export interface ModelVariables {
  readonly LLM_API_KEY?: string | undefined;
  readonly LLM_BASE_URL?: string | undefined;
  readonly LLM_MODEL?: string | undefined;
  readonly LLM_EFFORT?: (typeof efforts)[number] | undefined;
  readonly LLM_PRICE?: string | undefined;
  readonly ANTHROPIC_API_KEY?: string | undefined;
  readonly ANTHROPIC_BASE_URL?: string | undefined;
  readonly ANTHROPIC_MODEL?: string | undefined;
}

const defaultModel = "claude-sonnet-4-5";

/** The model that the variables name; undefined without a key: then the phrasebook plans. */
export function modelSettings(values: ModelVariables): ModelSettings | undefined {
  const apiKey = values.LLM_API_KEY ?? values.ANTHROPIC_API_KEY;
  if (apiKey === undefined) return undefined;
  return {
    apiKey: new Secret(apiKey),
    baseUrl: values.LLM_BASE_URL ?? values.ANTHROPIC_BASE_URL,
    model: values.LLM_MODEL ?? values.ANTHROPIC_MODEL ?? defaultModel,
    effort: values.LLM_EFFORT,
    price: values.LLM_PRICE === undefined ? undefined : parseModelPrice(values.LLM_PRICE),
  };
}
