import type { Operation } from "../registry/operation.ts";
import type { Attempt, Exchange } from "../terms/exchange.ts";
import { reasonOf, type Judged } from "./judge-delivery.ts";
import type { ReplyHeaders } from "./reply-headers.ts";

const keptHeaders = [
  "date",
  "content-type",
  "link",
  "x-rate-limit-limit",
  "x-rate-limit-remaining",
  "x-rate-limit-reset",
] as const;

function keepHeaders(headers: ReplyHeaders): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = headers.get(name);
    if (value !== null) kept[name] = value;
  }
  return kept;
}

let lastTime = Number.NaN;
let lastText = "";

// Many reads begin and end in the same millisecond, and writing a date out takes longer than looking at the last one.
function isoTime(milliseconds: number): string {
  if (milliseconds !== lastTime) {
    lastTime = milliseconds;
    lastText = new Date(milliseconds).toISOString();
  }
  return lastText;
}

/** What was sent for a read and what came back, try by try. */
export interface ExchangeLog {
  /** Tries so far. */
  readonly tries: number;
  /** `x-okta-request-id` of the first answer, by which Okta's side ties the tries together. */
  readonly firstRequestId: string | undefined;
  /** Milliseconds from the first try to the end of the last. */
  readonly elapsedMs: number;
  /** Times are milliseconds since 1970. */
  add(judged: Judged, sentAt: number, endedAt: number): void;
  exchange(): Exchange;
}

/** An empty log of a read at that origin. */
export function createExchangeLog(origin: string, operation: Operation, target: string): ExchangeLog {
  const attempts: Attempt[] = [];
  // Not the delivery, whose body would stay in memory for as long as the read is underway.
  let last: { readonly status: number; readonly headers: ReplyHeaders } | undefined;
  let firstRequestId: string | undefined;
  let firstSentAt = 0;
  let lastEndedAt = 0;
  return {
    get tries() {
      return attempts.length;
    },
    get firstRequestId() {
      return firstRequestId;
    },
    get elapsedMs() {
      return lastEndedAt - firstSentAt;
    },
    add(judged, sentAt, endedAt) {
      const { delivery } = judged;
      const isReply = delivery.kind === "reply";
      if (attempts.length === 0) firstSentAt = sentAt;
      lastEndedAt = endedAt;
      last = isReply ? { status: delivery.status, headers: delivery.headers } : undefined;
      if (isReply) firstRequestId ??= delivery.headers.get("x-okta-request-id") ?? undefined;
      attempts.push({
        sentAt: isoTime(sentAt),
        endedAt: isoTime(endedAt),
        status: isReply ? delivery.status : undefined,
        reason: reasonOf(judged),
      });
    },
    exchange() {
      const { operationId, method } = operation;
      return {
        operationId,
        method,
        origin,
        target,
        attempts,
        status: last?.status,
        oktaRequestId: last?.headers.get("x-okta-request-id") ?? undefined,
        headers: last === undefined ? {} : keepHeaders(last.headers),
      };
    },
  };
}
