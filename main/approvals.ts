import type { KeptApproval } from "../audit/books/approval-book.ts";
import { Failure, isFailure } from "../terms/failure.ts";
import type { House } from "./house.ts";
import { operatorName } from "./operator.ts";

/** An approval with what it is of. */
export interface ListedApproval extends KeptApproval {
  /** Title of the snippet; null where its text was not kept or was forgotten. */
  readonly title: string | null;
}

function titleOf(house: House, reviewHash: string): string | null {
  try {
    return house.journal().snippets.get(reviewHash).review.title;
  } catch (error) {
    if (isFailure(error, "journal/not-found")) return null;
    throw error;
  }
}

/** The newest approvals first, those that were taken back among them. */
export function listApprovals(house: House, limit: number): readonly ListedApproval[] {
  const approvals = house.journal().approvals.list(limit);
  return approvals.map((one) => ({ ...one, title: titleOf(house, one.reviewHash) }));
}

/** Everything that was approved of one review, newest first. Throws `journal/not-found`. */
export function showApprovals(house: House, hash: string): readonly ListedApproval[] {
  const approvals = house.journal().approvals.listOf(hash);
  return approvals.map((one) => ({ ...one, title: titleOf(house, one.reviewHash) }));
}

/**
 * Takes back what was approved of a review, for every org that it was approved for: from now on it asks again. Gives what stood
 * until now. Throws `journal/not-found`, also where nothing stands.
 */
export async function revokeApproval(house: House, hash: string): Promise<readonly ListedApproval[]> {
  const standing = showApprovals(house, hash).filter((one) => one.revoked === undefined);
  const [first] = standing;
  if (first === undefined) throw nothingStands(hash);
  const at = new Date().toISOString();
  for (const org of new Set(standing.map((one) => one.org)))
    await house.journal().approvals.revoke({ reviewHash: first.reviewHash, org, operator: operatorName(), at });
  return standing;
}

function nothingStands(hash: string): Failure<"journal/not-found"> {
  return new Failure(
    "journal/not-found",
    { what: "approval that stands", name: hash },
    {
      found: `No approval of ${hash} stands.`,
      why: "What was approved of it was taken back before, so there is nothing to take back.",
      help: "See attest approvals show for its history.",
    },
  );
}
