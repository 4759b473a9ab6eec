import type { RunProgress } from "../../executor/program.ts";
import type { Price } from "../../terms/review.ts";
import type { Front } from "../front.ts";
import { createFinishEstimate } from "./finish-estimate.ts";

/** Hands a run's progress to a front end, beside what its price had expected. */
export function progressOf(front: Front, price: Price): (progress: RunProgress) => void {
  const estimate = createFinishEstimate(price.calls, () => performance.now());
  return ({ operations, waiting, rows }) => {
    const sum = (of: "answered" | "failed"): number => operations.reduce((total, one) => total + one[of], 0);
    const finish = estimate(sum("answered"));
    front.onProgress({
      kind: "reading",
      operations: operations.map(({ operationId, asked, answered }) => {
        const expected = price.expected?.[operationId];
        return { operationId, asked, answered, ...(expected === undefined ? {} : { expected }) };
      }),
      waiting,
      rows,
      unknown: sum("failed"),
      ...(finish === undefined ? {} : { finish }),
    });
  };
}
