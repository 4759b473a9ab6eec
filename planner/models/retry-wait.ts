import { APIError } from "@anthropic-ai/sdk";
import { type Failure, isFailure } from "../../terms/failure.ts";

/** Longer than this an operator is told at once, and decides. */
const longestMs = 30_000;
const firstMs = 500;

function isTemporary(failure: Failure): boolean {
  if (isFailure(failure, "model/refused")) return (failure.details.status ?? 0) >= 500;
  return isFailure(failure, "model/overloaded") || isFailure(failure, "model/unreachable");
}

function askedToWaitMs(error: unknown): number | undefined {
  // An error in mid-stream has no headers of its own.
  if (!(error instanceof APIError)) return undefined;
  const seconds = Number(error.headers?.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

/**
 * How long to wait before the same request is sent again, in milliseconds: what the endpoint asks for, else a time that doubles,
 * with jitter. Undefined where waiting does not help, or the endpoint asks for more than half a minute.
 */
export function retryWaitMs(failure: Failure, error: unknown, attempt: number): number | undefined {
  if (!isTemporary(failure)) return undefined;
  const wait = askedToWaitMs(error) ?? firstMs * 2 ** attempt * (0.5 + Math.random());
  return wait > longestMs ? undefined : wait;
}
