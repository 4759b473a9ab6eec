import type { KeptApproval } from "../../audit/books/approval-book.ts";
import { isLasting } from "../../terms/approval.ts";
import type { House } from "../house.ts";
import { checkSigned } from "../signing/signed-approval.ts";
import type { AppliedNeed } from "./approval-needs.ts";

interface Given {
  /** Who: by the key where it was signed, else as the operating system says. */
  readonly person: string;
  readonly isSigned: boolean;
}

function givenBy(house: House, kept: KeptApproval): readonly Given[] {
  const { entry: _, revoked, ...approval } = kept;
  if (revoked !== undefined || !isLasting(approval)) return [];
  const checked = checkSigned(house, approval);
  if (checked === undefined) return [{ person: approval.operator, isSigned: false }];
  return checked.kind === "good" ? [{ person: checked.principal ?? checked.key, isSigned: true }] : [];
}

/** What the policy asks for of a review and no approval of it for that org has given. */
export function missingNeeds(
  house: House,
  needs: readonly AppliedNeed[],
  { reviewHash, org }: { readonly reviewHash: string; readonly org: string },
): readonly AppliedNeed[] {
  if (needs.length === 0) return [];
  const given = house
    .journal()
    .approvals.ofReview(reviewHash)
    .filter((one) => one.org === org)
    .flatMap((one) => givenBy(house, one));
  const people = new Set(given.map((one) => one.person)).size;
  return needs.filter(({ need }) => (need === "signature" ? !given.some((one) => one.isSigned) : people < 2));
}

/** What is missing, in words, and what to do. */
export function renderMissing(missing: readonly AppliedNeed[], reviewHash: string): string {
  const hash = reviewHash.slice(0, 16);
  return missing
    .map(({ need, because }) =>
      need === "signature"
        ? `The policy asks for a signature, since ${because}: attest approve ${hash} --sign FILE`
        : `The policy asks for the approval of a second person, since ${because}: another operator runs attest approve ${hash}`,
    )
    .join("\n");
}
