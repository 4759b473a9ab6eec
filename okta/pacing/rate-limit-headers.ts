import type { ReplyHeaders } from "../reply-headers.ts";

/** What Okta says about the bucket of a request that it answered. */
export interface RateLimit {
  /** Requests a window; 0 on a concurrency 429. */
  readonly limit: number;
  readonly remaining: number;
  /** When the window ends, Unix seconds of Okta's clock. */
  readonly resetSeconds: number;
  /** Milliseconds from the answer to the end of the window, by Okta's clock, plus one second for what its headers round off. */
  readonly endsInMs: number;
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,12}$/.test(text.trim()) ? Number(text) : undefined;
}

/**
 * Reads the `x-rate-limit-*` headers; undefined where one is missing, which happens on some 401, 403 and 404.
 * The time left is reset − Date: both are Okta's clock, so that a wrong clock here does no harm.
 */
export function parseRateLimit(headers: ReplyHeaders, now: number): RateLimit | undefined {
  const limit = wholeNumber(headers.get("x-rate-limit-limit"));
  const remaining = wholeNumber(headers.get("x-rate-limit-remaining"));
  const resetSeconds = wholeNumber(headers.get("x-rate-limit-reset"));
  if (limit === undefined || remaining === undefined || resetSeconds === undefined) return undefined;
  const date = headers.get("date");
  const sent = date === null ? now : Date.parse(date);
  const left = resetSeconds * 1000 - (Number.isNaN(sent) ? now : sent);
  // Windows last one minute; a header that says much more is a clock gone wrong, and would stop a run for hours.
  return { limit, remaining, resetSeconds, endsInMs: Math.min(Math.max(left, 0), 180_000) + 1000 };
}
