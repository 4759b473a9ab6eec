import { z } from "zod";
import type { Exchange } from "../terms/exchange.ts";
import type { FailureDescription } from "../terms/failure.ts";
import type { RecordedRead } from "../terms/recording.ts";

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
  exchange: z.custom<Exchange>((value) => typeof value === "object" && value !== null).optional(),
});

/** A read as the text of its entry; the body's hash stands in the entry itself. */
export function renderRead(read: RecordedRead): string {
  const { bodyHash: _, ...rest } = read;
  return JSON.stringify(rest);
}

/** A read from its entry's detail and the hash of its body. */
export function parseRead(detail: string, bodyHash: string | null): RecordedRead {
  const { listing, page, cursor, failure, exchange, ...rest } = detailOfRead.parse(JSON.parse(detail));
  return { ...rest, listing, page, cursor, failure, exchange, bodyHash: bodyHash ?? undefined };
}
