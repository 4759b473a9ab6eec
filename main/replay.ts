import { canonicalRows } from "../audit/canonical-rows.ts";
import { answerFromRecording, checkReplayed } from "../executor/replay.ts";
import type { KeptRun } from "../audit/runs.ts";
import type { Checked } from "../executor/check/checker.ts";
import { isDescribed, type FailureDescription } from "../terms/failure.ts";
import type { Finding } from "../terms/finding.ts";
import type { RunEnd } from "../terms/run-end.ts";
import { hashText } from "../terms/snippet.ts";
import type { House } from "./house.ts";
import { schemaOfRun } from "./run/schema-of-run.ts";
import type { ReplayReport } from "./replay-report.ts";
import { currentVersions, versionDifferences } from "./run/build-versions.ts";
import { checkAgain } from "./run/check-again.ts";
import { programOf } from "./run/execute.ts";
import { outcomeOf } from "./run/outcome.ts";
import { runNamed } from "./run/run-named.ts";

/** What a replay came to: its report, or findings of the edited snippet. */
export type ReplayResult =
  | { readonly kind: "findings"; readonly findings: readonly Finding[] }
  | { readonly kind: "report"; readonly report: ReplayReport };

function verdictOf(
  end: RunEnd,
  hashes: ReplayReport["rowsHash"],
): Pick<ReplayReport, "verdict" | "divergence" | "failure"> {
  if (end.kind !== "failed" && end.kind !== "stopped") {
    return { verdict: hashes.recorded === hashes.replayed ? "identical" : "different" };
  }
  const { failure }: { readonly failure: FailureDescription } = end;
  return isDescribed(failure, "replay/diverged")
    ? { verdict: "diverged", divergence: failure.details, failure }
    : { verdict: "failed", failure };
}

async function replayChecked(house: House, kept: KeptRun, checked: Checked): Promise<ReplayReport> {
  const { beginning } = kept;
  const recording = house.journal().recordingOf(kept.run);
  const replayed = await house.sandbox().run(await programOf(checked, beginning, schemaOfRun(house, kept)), {
    limits: beginning.limits,
    answer: answerFromRecording(recording),
  });
  const end = checkReplayed(recording, replayed);
  const rows = end.kind === "finished" ? end.rows : [];
  const recorded = kept.ending?.rowsHash;
  const rowsHash = {
    // Of the rows themselves: the journal's own hash of them is salted, so that it says nothing once they are erased.
    recorded: recorded === undefined ? null : hashText(house.journal().loadBody(recorded)),
    replayed: end.kind === "finished" ? hashText(canonicalRows(rows)) : null,
  };
  return {
    run: kept.run,
    outcome: outcomeOf(end),
    count: rows.length,
    rows,
    rowsHash,
    versions: versionDifferences(beginning.versions, await currentVersions(checked)),
    ...verdictOf(end, rowsHash),
  };
}

/** Runs a kept run again from the journal alone, as it was or with an edited snippet. Sends nothing. */
export async function replay(house: House, name: string, changed: string | undefined): Promise<ReplayResult> {
  const kept = runNamed(house, name);
  const again =
    changed === undefined
      ? await checkAgain(house, kept)
      : await house.checker().check(changed, { orgSchema: schemaOfRun(house, kept) });
  if (again.kind === "findings") return again;
  return { kind: "report", report: await replayChecked(house, kept, again.checked) };
}
