import type { RunPlanner } from "../../audit/runs/run-details.ts";
import { renderReview } from "../../executor/check/review/render-review.ts";
import type { Checked } from "../../executor/check/checker.ts";
import { type Approval, isLasting } from "../../terms/approval.ts";
import type { TableReference } from "../../terms/input-table.ts";
import type { ParameterValues } from "../../terms/snippet.ts";
import type { Front } from "../front.ts";
import type { House } from "../house.ts";
import { assertMayWrite } from "../gates/writes-gate.ts";
import { operatorName } from "../operator.ts";
import { missingNeeds, renderMissing } from "../needs/missing-needs.ts";
import { needsOf, readNeeds } from "../needs/approval-needs.ts";
import { findStanding } from "../standing.ts";
import { defaultLimits, renderLimits } from "./run-limits.ts";

/** What came of asking for approval. */
export type Decided =
  | { readonly kind: "approved"; readonly approval: Approval; readonly sampled: boolean }
  | { readonly kind: "edited"; readonly source: string }
  | { readonly kind: "waiting"; readonly why: "no-terminal" | "refused" | "policy"; readonly rendered: string };

/** A checked snippet, the org and the values that it would be run with. */
export interface ToDecide {
  readonly checked: Checked;
  readonly org: string;
  readonly parameters: ParameterValues;
  readonly tables: readonly TableReference[];
  /** Who made it: a standing approval is for what a planner made alone. */
  readonly planner?: RunPlanner;
}

function approvalOf(house: House, { checked, org }: ToDecide, how: Approval["how"]): Approval {
  return {
    reviewHash: checked.review.reviewHash,
    org,
    operator: operatorName(),
    at: new Date().toISOString(),
    how,
    limits: defaultLimits(checked.review.price, house.settings.limits),
  };
}

/** `--yes` covers reads alone; the check refuses other effects already, so this is the second lock. */
function isReadOnly(checked: Checked): boolean {
  return checked.review.operations.every((operation) => operation.effect === "read");
}

async function ask(house: House, asked: ToDecide, front: Front): Promise<Decided> {
  const { checked, tables } = asked;
  const limits = defaultLimits(checked.review.price, house.settings.limits);
  const files = tables.map((one) => `It is given ${one.file} for ${one.name}: ${one.count} rows.\n`);
  const rendered = `${renderReview(checked.review)}\n\n${files.join("")}It is stopped at ${renderLimits(limits)}.`;
  if (front.decide !== undefined) void house.sandbox().warm();
  if (front.decide === undefined) return { kind: "waiting", why: "no-terminal", rendered };
  const decision = await front.decide(checked.review, rendered);
  const how = (decision.kind === "yes" ? decision.how : undefined) ?? "prompt";
  const approval = approvalOf(house, asked, how);
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

/** The approval of what a standing one covers: its limit of requests is the run's. */
function withinStanding(house: House, asked: ToDecide): Decided | undefined {
  const isAsked = asked.planner === "phrasebook" || asked.planner === "model";
  const standing = isAsked ? findStanding(house, asked.checked.review, asked.org) : undefined;
  if (standing === undefined) return undefined;
  const { limits, ...approval } = approvalOf(house, asked, "standing");
  const bounded = { ...limits, calls: Math.min(limits.calls, standing.calls) };
  return { kind: "approved", approval: { ...approval, limits: bounded, standing: standing.id }, sampled: false };
}

/** Finds an approval of this review for this org, or asks for one. New approvals are in the journal before this returns. */
async function findOrAsk(house: House, asked: ToDecide, front: Front): Promise<Decided> {
  const { checked, org } = asked;
  assertMayWrite(house, checked.review, operatorName());
  const earlier = house.journal().approvals.find(checked.review.reviewHash, org);
  if (earlier !== undefined && isLasting(earlier)) {
    // What the operator sets for this run stands over what was set when it was approved.
    const approval = { ...earlier, limits: { ...earlier.limits, ...house.settings.limits } };
    return { kind: "approved", approval, sampled: false };
  }
  const decided: Decided =
    withinStanding(house, asked) ??
    (front.yes && isReadOnly(checked)
      ? { kind: "approved", approval: approvalOf(house, asked, "unseen"), sampled: false }
      : await ask(house, asked, front));
  if (decided.kind === "approved") await house.journal().approvals.save(decided.approval);
  return decided;
}

/**
 * Finds an approval of this review for this org, or asks for one; where the policy asks for more than that, what has it waits.
 * New approvals are in the journal before this returns. Throws `config/invalid` for a policy that cannot be used.
 */
export async function decide(house: House, asked: ToDecide, front: Front): Promise<Decided> {
  const { review } = asked.checked;
  const mostCalls = defaultLimits(review.price, house.settings.limits).calls;
  const needs = needsOf(readNeeds(house), { review, isScheduled: front.isScheduled === true, mostCalls });
  const decided =
    needs.length === 0
      ? await findOrAsk(house, asked, front)
      : await findOrAsk(house, { ...asked, planner: "file" }, { ...front, yes: false });
  if (decided.kind === "edited" || (decided.kind === "waiting" && decided.why === "refused")) return decided;
  const missing = missingNeeds(house, needs, { reviewHash: review.reviewHash, org: asked.org });
  if (missing.length === 0) return decided;
  const said = renderMissing(missing, review.reviewHash);
  const rendered = decided.kind === "waiting" ? `${decided.rendered}\n\n${said}` : said;
  return { kind: "waiting", why: "policy", rendered };
}
