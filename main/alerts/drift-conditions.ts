import { mismatchInWords, isBeyond, defaultTolerance } from "../../registry/drift/drift-warnings.ts";
import type { OperationDrift } from "../../registry/drift/drift-tally.ts";
import { domainOf } from "../../terms/say-org.ts";
import type { Condition } from "./alert.ts";

/** What the responses of a run say of the catalogue, operation by operation. */
export function driftConditions(
  { origin, name = domainOf(origin) }: { readonly origin: string; readonly name: string | undefined },
  drifts: readonly OperationDrift[],
): readonly Condition[] {
  return drifts.map((drift) => {
    const { operationId, sampled, deviating, mismatches } = drift;
    const [first] = mismatches;
    const said = first === undefined ? "" : `: ${mismatchInWords(first)}`;
    const text = {
      found: `${deviating} of ${sampled} sampled responses of ${operationId} are not as the catalogue says${said}.`,
      why: "What answers take from these fields may be wrong.",
      help: "attest drift says more. Where Okta has changed its API, the catalogue has to follow.",
    };
    return {
      kind: "drift",
      org: origin,
      orgName: name,
      about: operationId,
      text: isBeyond(drift, defaultTolerance) ? text : undefined,
    };
  });
}
