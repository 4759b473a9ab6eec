import type { Checked } from "../../executor/check/checker.ts";
import { renderReview } from "../../executor/check/review/render-review.ts";
import { noSuchReport, openLibrary } from "../../reports/library.ts";
import { type AcceptedReview, currentReview, currentVersion, type Report } from "../../reports/report.ts";
import { type Approval, isLasting } from "../../terms/approval.ts";
import { Failure } from "../../terms/failure.ts";
import type { Review } from "../../terms/review.ts";
import type { House } from "../house.ts";
import { operatorName } from "../operator.ts";
import { knownSchema } from "../org/org-schema.ts";
import { buildHashOf, currentVersions } from "../run/build-versions.ts";
import { defaultLimits } from "../run/run-limits.ts";

function reviewAsKept(review: Review, buildHash: string): AcceptedReview {
  return {
    reviewHash: review.reviewHash,
    words: renderReview(review).split("\n"),
    buildHash,
    at: new Date().toISOString(),
    by: operatorName(),
  };
}

/** The review of a checked snippet under the build of today, as it stands in the library. */
export async function acceptedReview(checked: Checked): Promise<AcceptedReview> {
  return reviewAsKept(checked.review, buildHashOf(await currentVersions(checked)));
}

function addReview(house: House, report: Report, review: AcceptedReview): Promise<Report> {
  const version = currentVersion(report);
  return openLibrary(house.folder).replaceVersion(report.name, { ...version, reviews: [...version.reviews, review] });
}

/** Notes in the library that an operator approved a report's new review when it was run. */
export async function noteApprovedRun(house: House, name: string, run: string): Promise<void> {
  const { beginning } = house.journal().runs.get(run);
  const report = await openLibrary(house.folder).find(name);
  if (report === undefined || beginning.report?.name !== name || !isLasting(beginning.approval)) return;
  const version = currentVersion(report);
  const { reviewHash } = beginning.review;
  if (version.number !== beginning.report.version || currentReview(version).reviewHash === reviewHash) return;
  await addReview(house, report, reviewAsKept(beginning.review, beginning.buildHash));
}

function otherReview(name: string, asked: string, found: string): Failure<"library/not-found"> {
  return new Failure(
    "library/not-found",
    { what: "review", name: asked },
    {
      found: `The review of ${name} is ${found.slice(0, 16)}, not ${asked}.`,
      why: "An acceptance binds the review that was read; this one is another.",
      help: `Read it with attest report verify, then accept it by its own hash.`,
    },
  );
}

/**
 * Accepts the review that a saved report has under the build of today, named by its hash or the beginning of it: it is the one
 * that later ones are compared with, and the report is approved for the org in use. Throws `library/not-found` where the report's
 * review is another one.
 */
export async function acceptReport(house: House, name: string, reviewHash: string): Promise<AcceptedReview> {
  const report = await openLibrary(house.folder).find(name);
  if (report === undefined) throw noSuchReport(name);
  const org = await house.findOrg();
  const { source, definitions } = currentVersion(report);
  const orgSchema = knownSchema(house.folder, org?.address.origin);
  const result = await house.checker().check(source, { orgSchema, definitions });
  const found = result.kind === "findings" ? "one with findings" : result.checked.review.reviewHash;
  if (result.kind === "findings" || reviewHash.length < 8 || !found.startsWith(reviewHash)) {
    throw otherReview(name, reviewHash, found);
  }
  const review = await acceptedReview(result.checked);
  const isChanged = currentReview(currentVersion(report)).reviewHash !== review.reviewHash;
  if (isChanged && org !== undefined) {
    const { at, by: operator } = review;
    const limits = defaultLimits(result.checked.review.price);
    const approval: Approval = { reviewHash: found, org: org.address.origin, operator, at, how: "hash", limits };
    await house.journal().approvals.save(approval);
  }
  await addReview(house, report, review);
  return review;
}
