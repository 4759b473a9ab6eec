import { renderReview } from "../../executor/check/review/render-review.ts";
import type { Checked } from "../../executor/check/checker.ts";
import type { Approval } from "../../terms/approval.ts";
import type { ParameterValues } from "../../terms/snippet.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import { operatorName } from "../operator.ts";
import { defaultLimits } from "./run-limits.ts";

/** What came of asking for approval. */
export type Decided =
  | { readonly kind: "approved"; readonly approval: Approval; readonly sampled: boolean }
  | { readonly kind: "edited"; readonly source: string }
  | { readonly kind: "waiting"; readonly why: "no-terminal" | "refused"; readonly rendered: string };

/** A checked snippet, the org and the values that it would be run with. */
export interface ToDecide {
  readonly checked: Checked;
  readonly org: string;
  readonly parameters: ParameterValues;
}

function approvalOf(checked: Checked, org: string, how: Approval["how"], at: string): Approval {
  return {
    reviewHash: checked.review.reviewHash,
    org,
    operator: operatorName(),
    at,
    how,
    limits: defaultLimits(checked.review.price),
  };
}

/** `--yes` covers reads alone; the check refuses other effects already, so this is the second lock. */
function isReadOnly(checked: Checked): boolean {
  return checked.review.operations.every((operation) => operation.effect === "read");
}

async function ask(house: House, checked: Checked, org: string, front: Front): Promise<Decided> {
  const rendered = renderReview(checked.review);
  if (front.decide !== undefined) void house.sandbox().warm();
  if (front.decide === undefined) return { kind: "waiting", why: "no-terminal", rendered };
  const decision = await front.decide(checked.review, rendered);
  const how = (decision.kind === "yes" ? decision.how : undefined) ?? "prompt";
  const approval = approvalOf(checked, org, how, new Date().toISOString());
  switch (decision.kind) {
    case "yes":
      return { kind: "approved", approval, sampled: false };
    case "sample":
      return { kind: "approved", approval, sampled: true };
    case "edit":
      return { kind: "edited", source: decision.source };
    case "no":
      return { kind: "waiting", why: "refused", rendered };
  }
}

/** Finds an approval of this review for this org, or asks for one. New approvals are in the journal before this returns. */
export async function decide(house: House, asked: ToDecide, front: Front): Promise<Decided> {
  const { checked, org } = asked;
  const earlier = house.journal().findApproval(checked.review.reviewHash, org);
  if (earlier !== undefined && earlier.how !== "unseen") return { kind: "approved", approval: earlier, sampled: false };
  const decided: Decided =
    front.yes && isReadOnly(checked)
      ? { kind: "approved", approval: approvalOf(checked, org, "unseen", new Date().toISOString()), sampled: false }
      : await ask(house, checked, org, front);
  if (decided.kind === "approved") await house.journal().saveApproval(decided.approval);
  return decided;
}
