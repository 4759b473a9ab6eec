import type { Approval } from "../terms/approval.ts";
import type { House } from "./house.ts";
import { operatorName } from "./operator.ts";
import { defaultLimits } from "./run/run-limits.ts";

/** Approves a snippet that was shown before, by the hash of its review, for the org in use. Throws `journal/not-found`. */
export async function approve(house: House, hash: string): Promise<Approval> {
  const { review } = house.journal().getSnippet(hash);
  const org = await house.org();
  const approval: Approval = {
    reviewHash: review.reviewHash,
    org: org.address.origin,
    operator: operatorName(),
    at: new Date().toISOString(),
    how: "hash",
    limits: defaultLimits(review.price, house.settings.limits),
  };
  await house.journal().approvals.save(approval);
  return approval;
}
