import type { ModelExchange } from "../../terms/model-exchange.ts";
import type { ModelUsage } from "../../terms/model-usage.ts";
import type { ModelPrice } from "../config/model-price.ts";

// Anthropic's documentation of prompt caching: a read costs a tenth of the input price, a write a quarter more than it.
const cacheReadShare = 0.1;
const cacheWriteShare = 1.25;

type Tokens = Pick<ModelExchange, "inputTokens" | "cacheReadTokens" | "cacheWriteTokens" | "outputTokens">;

function costOf(tokens: Tokens, price: ModelPrice): number {
  const uncached = tokens.inputTokens - tokens.cacheReadTokens - tokens.cacheWriteTokens;
  const input = uncached + tokens.cacheReadTokens * cacheReadShare + tokens.cacheWriteTokens * cacheWriteShare;
  return (input * price.inputUsd + tokens.outputTokens * price.outputUsd) / 1_000_000;
}

/** Adds up the exchanges of one planning; undefined where no model was asked. */
export function usageOf(
  planning: string,
  exchanges: readonly ModelExchange[],
  { model, price }: { readonly model: string; readonly price: ModelPrice | undefined },
): ModelUsage | undefined {
  const [first, last] = [exchanges[0], exchanges.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const sum = (of: keyof Tokens): number => exchanges.reduce((total, one) => total + one[of], 0);
  const tokens = {
    inputTokens: sum("inputTokens"),
    cacheReadTokens: sum("cacheReadTokens"),
    cacheWriteTokens: sum("cacheWriteTokens"),
    outputTokens: sum("outputTokens"),
  };
  return {
    planning,
    model,
    rounds: exchanges.filter((one) => one.status === 200).length,
    inputTokens: tokens.inputTokens,
    cacheReadTokens: tokens.cacheReadTokens,
    outputTokens: tokens.outputTokens,
    costUsd: price === undefined ? null : costOf(tokens, price),
    seconds: (Date.parse(last.endedAt) - Date.parse(first.sentAt)) / 1000,
  };
}
