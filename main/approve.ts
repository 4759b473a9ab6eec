import type { Approval } from "../terms/approval.ts";
import type { House } from "./house.ts";
import { operatorName } from "./operator.ts";
import { defaultLimits } from "./run/run-limits.ts";
import { signApproval } from "./signing/signed-approval.ts";

/**
 * Approves a snippet that was shown before, by the hash of its review, for the org in use; signed where `keyFile` names a private
 * SSH key. Throws `journal/not-found`, and `config/invalid` for a key that cannot be used.
 */
export async function approve(house: House, hash: string, keyFile?: string): Promise<Approval> {
  const { review } = house.journal().snippets.get(hash);
  const org = await house.org();
  const unsigned: Approval = {
    reviewHash: review.reviewHash,
    org: org.address.origin,
    operator: operatorName(),
    at: new Date().toISOString(),
    how: "hash",
    limits: defaultLimits(review.price, house.settings.limits),
  };
  const approval = keyFile === undefined ? unsigned : signApproval(unsigned, keyFile);
  await house.journal().approvals.save(approval);
  return approval;
}
