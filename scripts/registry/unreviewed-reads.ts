import type { OperationFacts } from "../../registry/operation-facts.ts";
import { effects } from "../../registry/overlay/effects.ts";
import { isReviewedRead } from "../../registry/overlay/reviewed-reads.ts";

/**
 * A line for each GET that is new in a specification, or changed in path or scopes since it was reviewed: as the line that a
 * person adds to `registry/overlay/reviewed-reads.ts` after reading its page.
 */
export function unreviewedReads(operations: readonly OperationFacts[]): readonly string[] {
  return operations
    .filter((one) => one.method === "GET" && effects[one.operationId] === undefined && !isReviewedRead(one))
    .map((one) => `Not reviewed, so not allowed as a read: ${[one.operationId, one.path, ...one.scopes].join(" ")}`);
}
