import { renderReview } from "../executor/check/review/render-review.ts";
import type { Finding } from "../terms/finding.ts";
import type { Review } from "../terms/review.ts";
import type { House } from "./house.ts";
import { knownCounts } from "./org/known-counts.ts";
import { knownSchema } from "./org/org-schema.ts";

/** What a check says: findings, or the review and which schema it was checked against. */
export type CheckReport =
  | { readonly kind: "findings"; readonly findings: readonly Finding[] }
  | { readonly kind: "checked"; readonly review: Review; readonly rendered: string; readonly schema: string };

/** Checks a snippet. Sends nothing and needs no org: without a kept schema it is checked against Okta's base attributes. */
export async function check(house: House, source: string): Promise<CheckReport> {
  const org = await house.findOrg().catch(() => undefined);
  const orgSchema = knownSchema(house.folder, org?.address.origin);
  const counts = await knownCounts(house.folder, org?.address.origin);
  const result = await house.checker().check(source, { orgSchema, knownCounts: counts });
  if (result.kind === "findings") return result;
  const { review } = result.checked;
  return {
    kind: "checked",
    review,
    rendered: renderReview(review),
    schema:
      orgSchema.readAt === undefined
        ? "Okta's base attributes, because no org's schema is kept here"
        : `the org's schema of ${orgSchema.readAt}`,
  };
}
