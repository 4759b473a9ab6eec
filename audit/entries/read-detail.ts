import { z } from "zod";
import type { Exchange } from "../../terms/exchange.ts";
import type { FailureDescription } from "../../terms/failure.ts";
import type { RecordedRead } from "../../terms/recording.ts";

const attempt = z.object({
  sentAt: z.string(),
  endedAt: z.string(),
  status: z.number().optional(),
  reason: z.string().optional(),
});

const exchangeShape = z.object({
  operationId: z.string(),
  method: z.string(),
  origin: z.string(),
  target: z.string(),
  attempts: z.array(attempt),
  status: z.number().optional(),
  oktaRequestId: z.string().optional(),
  headers: z.record(z.string(), z.string()),
});

const detailOfRead = z.object({
  step: z.number(),
  operationId: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  listing: z.number().optional(),
  page: z.number().optional(),
  kind: z.enum(["response", "absent", "failed"]),
  bytes: z.number(),
  hasMore: z.boolean(),
  cursor: z.string().optional(),
  failure: z.custom<FailureDescription>((value) => typeof value === "object" && value !== null).optional(),
  exchange: exchangeShape.optional(),
  takenFrom: z.string().optional(),
});

// JSON has no undefined; these give it back, so that a recording is the same as the run it was made from.
function toExchange(kept: z.infer<typeof exchangeShape>): Exchange {
  const attempts = kept.attempts.map(({ sentAt, endedAt, status, reason }) => ({ sentAt, endedAt, status, reason }));
  return { ...kept, attempts, status: kept.status, oktaRequestId: kept.oktaRequestId };
}

/** A read from its entry's detail and the hash of its body. */
export function parseRead(detail: string, bodyHash: string | null): RecordedRead {
  const { listing, page, cursor, failure, exchange, takenFrom, ...rest } = detailOfRead.parse(JSON.parse(detail));
  const sent = exchange === undefined ? undefined : toExchange(exchange);
  const taken = takenFrom === undefined ? {} : { takenFrom };
  return { ...rest, ...taken, listing, page, cursor, failure, exchange: sent, bodyHash: bodyHash ?? undefined };
}
