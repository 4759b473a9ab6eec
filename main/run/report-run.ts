import type { RunAccount } from "../../audit/runs/run-account.ts";
import type { RunEnd } from "../../terms/run-end.ts";
import { domainOf } from "../../terms/say-org.ts";
import type { Declined, RunReport } from "../run-report.ts";
import { countUnknownCells, outcomeOf } from "./outcome.ts";

function declinedOf(end: RunEnd, account: RunAccount): Declined | undefined {
  if (end.kind !== "declined") return undefined;
  return {
    reason: end.reason,
    candidates: end.candidates,
    requests: account.operations
      .filter((one) => one.reads > 0)
      .map((one) => ({ operationId: one.operationId, showed: `${one.reads} ${one.reads === 1 ? "read" : "reads"}` })),
  };
}

/** The answer of a run, from how it ended, what the journal has of it, and what its responses made the host warn of. */
export function reportRun(account: RunAccount, end: RunEnd, warnings: readonly string[]): RunReport {
  const { review, reading, org, orgName, sample, timeZone, tables } = account.beginning;
  const declined = declinedOf(end, account);
  const rows = end.kind === "finished" ? end.rows : [];
  return {
    run: account.run,
    outcome: outcomeOf(end),
    title: review.title,
    sample: sample !== undefined,
    count: rows.length,
    columns: review.columns,
    rows,
    requests: account.operations.map((one) => ({ operationId: one.operationId, count: one.requests })),
    asOf: account.asOf ?? null,
    org,
    orgName: orgName ?? domainOf(org),
    timeZone,
    ...(tables === undefined ? {} : { tables }),
    caveats: review.caveats,
    definitions: review.definitions,
    notes: end.notes,
    warnings,
    unknownCells: countUnknownCells(end),
    plan: {
      snippet: review.snippet,
      reviewHash: review.reviewHash,
      ...(reading === undefined ? {} : { reading }),
      operations: review.operations,
      price: review.price,
    },
    ...(declined === undefined ? {} : { declined }),
    ...(end.kind === "failed" || end.kind === "stopped" ? { failure: end.failure } : {}),
  };
}
