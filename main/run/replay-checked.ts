import { canonicalRows } from "../../audit/entries/canonical-rows.ts";
import type { KeptRun } from "../../audit/runs/runs.ts";
import type { Checked } from "../../executor/check/checker.ts";
import { recordedTables } from "../../executor/recorded-tables.ts";
import { answerFromRecording, checkReplayed } from "../../executor/replay.ts";
import { isDescribed, type FailureDescription } from "../../terms/failure.ts";
import type { RunEnd } from "../../terms/run-end.ts";
import { hashText } from "../../terms/snippet.ts";
import type { House } from "../house.ts";
import type { ReplayReport } from "../replay-report.ts";
import { currentVersions, versionDifferences } from "./build-versions.ts";
import { programOf } from "./execute.ts";
import { outcomeOf } from "./outcome.ts";
import { schemaOfRun } from "./schema-of-run.ts";

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

/** Runs a checked snippet over the responses of a kept run. Sends nothing. */
export async function replayChecked(house: House, kept: KeptRun, checked: Checked): Promise<ReplayReport> {
  const { beginning } = kept;
  const recording = house.journal().recordingOf(kept.run);
  const program = await programOf(checked, beginning, schemaOfRun(house, kept), recordedTables(recording));
  const replayed = await house.sandbox().run(program, {
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
