import type { FailureDescription } from "../../terms/failure.ts";
import type { Review } from "../../terms/review.ts";
import type { ConfiguredOrg } from "../org/connected-org.ts";
import type { RunReport } from "../run-report.ts";

/** The report of a snippet that was not run, for what stands in its way. */
export function unrunReport(review: Review, org: ConfiguredOrg, failure: FailureDescription): RunReport {
  const { title, columns, caveats, definitions, snippet, reviewHash, operations, price } = review;
  return {
    run: null,
    outcome: "failed",
    title,
    sample: false,
    count: 0,
    columns,
    rows: [],
    requests: [],
    asOf: null,
    org: org.address.origin,
    orgName: org.name,
    caveats,
    definitions,
    notes: [],
    warnings: [],
    unknownCells: 0,
    plan: { snippet, reviewHash, operations, price },
    failure,
  };
}
