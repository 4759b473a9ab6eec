import type { DatabaseSync } from "node:sqlite";
import { numberIn, optionalTextIn, textIn } from "./column-values.ts";

/** All reads of one operation in a run, added up. */
export interface ReadSum {
  readonly operationId: string;
  readonly reads: number;
  /** Reads that ended in a failure. */
  readonly failed: number;
  /** Of those, reads that were stopped with their run. */
  readonly cancelled: number;
  /** Requests sent for them, tries that failed included. */
  readonly requests: number;
  /** Answers of 429 among them. */
  readonly rateLimited: number;
  /** UTF-8 bytes of the bodies. */
  readonly bytes: number;
  /** When the first request was sent, ISO 8601. */
  readonly from: string | undefined;
  /** When the last answer had come, ISO 8601. */
  readonly to: string | undefined;
}

// Added up by SQLite: a run may have 200,000 reads, and nothing else is needed of them here.
const sums = `
  SELECT facts ->> '$.operationId' AS operation_id,
    count(*) AS reads,
    total(facts ->> '$.kind' = 'failed') AS failed,
    total(facts ->> '$.failure' = 'run/cancelled') AS cancelled,
    total(facts ->> '$.requests') AS requests,
    total(facts ->> '$.rateLimited') AS rate_limited,
    total(facts ->> '$.bytes') AS bytes,
    min(facts ->> '$.from') AS sent,
    max(facts ->> '$.to') AS ended
  FROM entries WHERE chain = ? AND kind = 'read' GROUP BY 1 ORDER BY min(number)`;

/** The reads of a run, added up by operation, in the order in which each was first read. */
export function createReadSums(database: DatabaseSync): (run: string) => readonly ReadSum[] {
  const select = database.prepare(sums);
  return (run) =>
    select.all(run).map((row) => ({
      operationId: textIn(row, "operation_id"),
      reads: numberIn(row, "reads"),
      failed: numberIn(row, "failed"),
      cancelled: numberIn(row, "cancelled"),
      requests: numberIn(row, "requests"),
      rateLimited: numberIn(row, "rate_limited"),
      bytes: numberIn(row, "bytes"),
      from: optionalTextIn(row, "sent") ?? undefined,
      to: optionalTextIn(row, "ended") ?? undefined,
    }));
}
