import type { ModelUsage } from "../../terms/model-usage.ts";
import type { Plan } from "../../terms/plan.ts";
import type { ConfiguredOrg } from "../org/connected-org.ts";
import type { RunReport } from "../run-report.ts";

/** The answer where a planner gave no snippet: a question back with its choices, or a refusal with its proof. */
export function declinedReport(
  question: string,
  plan: Exclude<Plan, { readonly kind: "snippet" }>,
  {
    org,
    usage,
    warnings,
  }: {
    readonly org: ConfiguredOrg | undefined;
    readonly usage: ModelUsage | undefined;
    readonly warnings: readonly string[];
  },
): RunReport {
  const declined =
    plan.kind === "asked-back"
      ? {
          reason: plan.question,
          ...(plan.word === undefined ? {} : { word: plan.word }),
          alternatives: plan.alternatives,
          requests: plan.requests,
        }
      : { reason: plan.reason, requests: plan.requests };
  return {
    run: null,
    outcome: "declined",
    title: question,
    sample: false,
    count: 0,
    columns: [],
    rows: [],
    requests: [],
    asOf: null,
    org: org?.address.origin ?? null,
    orgName: org?.name ?? null,
    caveats: [],
    definitions: [],
    notes: [],
    warnings,
    unknownCells: 0,
    plan: null,
    ...(usage === undefined ? {} : { usage }),
    declined,
  };
}
