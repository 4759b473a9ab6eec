import type { RunAccount } from "../../audit/runs/run-account.ts";
import { cutWarnings } from "../../executor/check/review/cut-warnings.ts";
import type { Recording } from "../../terms/recording.ts";
import type { RunEnd } from "../../terms/run-end.ts";

/** Reads that failed and that the snippet went on without, by operation. */
function countFailed(recording: Recording, steps: number): ReadonlyMap<string, number> {
  const failed = new Map<string, number>();
  for (let step = 0; step < steps; step += 1) {
    const read = recording.find(step);
    if (read?.kind === "failed") failed.set(read.operationId, (failed.get(read.operationId) ?? 0) + 1);
  }
  return failed;
}

/**
 * What an answer must say of itself so that it does not look more complete than it is: lists that the snippet cut short, and
 * reads that failed where it allowed for that, whether or not a cell still shows it.
 */
export function completenessWarnings(account: RunAccount, recording: () => Recording, end: RunEnd): readonly string[] {
  if (end.kind !== "finished") return [];
  const someFailed = account.operations.some((one) => one.failed > 0);
  const failed = someFailed ? countFailed(recording(), end.steps) : new Map<string, number>();
  return [
    ...cutWarnings(account.beginning.review.filters),
    ...[...failed].map(
      ([operationId, count]) =>
        `${count} ${count === 1 ? "read" : "reads"} of ${operationId} failed, and the snippet went on without: what stood there is missing from the rows, or not known.`,
    ),
  ];
}
