import type { KeptRun } from "../../audit/runs/runs.ts";
import type { Checked } from "../../executor/check/checker.ts";
import { Failure } from "../../terms/failure.ts";
import type { Finding } from "../../terms/finding.ts";
import type { House } from "../house.ts";
import { schemaOfRun } from "./schema-of-run.ts";

/** A kept snippet, checked with the build of today. */
export type CheckedAgain =
  | { readonly kind: "checked"; readonly checked: Checked }
  | { readonly kind: "findings"; readonly findings: readonly Finding[] };

/**
 * Checks the snippet of a kept run again. An equal review keeps the approval; a different one is refused, because nobody has
 * read it. Throws `replay/diverged` in that case.
 */
export async function checkAgain(house: House, kept: KeptRun): Promise<CheckedAgain> {
  const { source, review } = kept.beginning;
  const orgSchema = schemaOfRun(house, kept);
  const result = await house.checker().check(source, { orgSchema, definitions: review.definitions });
  if (result.kind === "findings") return result;
  if (result.checked.review.reviewHash === review.reviewHash) return result;
  throw new Failure(
    "replay/diverged",
    { step: 0, recorded: review.reviewHash, asked: result.checked.review.reviewHash },
    {
      found: `The review of run ${kept.run} is not what it was: Attest or its catalogue changed since.`,
      why: "The approval binds the review that was read; this one nobody has read.",
      help: `Look at it with attest run ${review.reviewHash.slice(0, 16)}, which shows the new review and asks.`,
    },
  );
}

/** The same where only a snippet without findings is of use. Throws `replay/diverged` for one with findings too. */
export async function getChecked(house: House, kept: KeptRun): Promise<Checked> {
  const again = await checkAgain(house, kept);
  if (again.kind === "checked") return again.checked;
  const [finding] = again.findings;
  throw new Failure(
    "replay/diverged",
    { step: 0, recorded: kept.beginning.review.reviewHash, asked: finding?.code ?? "findings" },
    {
      found: `The snippet of run ${kept.run} no longer passes the check: ${finding?.message ?? "it has findings"}`,
      why: "Attest or its catalogue changed since, so the run cannot be followed with this build.",
      help: finding?.help ?? "Check the snippet again with attest check.",
    },
  );
}
