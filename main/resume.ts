import { recordedTables } from "../executor/recorded-tables.ts";
import { answerResuming } from "../executor/replay.ts";
import type { Waiting } from "../okta/pacing/waiting-line.ts";
import { Failure } from "../terms/failure.ts";
import type { Recording } from "../terms/recording.ts";
import type { KeptRun } from "../audit/runs/runs.ts";
import type { Front } from "./front.ts";
import type { House } from "./house.ts";
import { alertingClient } from "./alerts/alerting-client.ts";
import { schemaOfRun } from "./run/schema-of-run.ts";
import { checkAgain } from "./run/check-again.ts";
import { watchDrift } from "./run/drift-watch.ts";
import { findMissingGrant, scopesOf } from "./run/check-grants.ts";
import { programOf, runToEnd } from "./run/execute.ts";
import { rolesBefore } from "./run/roles-before.ts";
import { watchRoles } from "./run/role-watch.ts";
import { unrunReport } from "./run/unrun-report.ts";
import { answerFromOkta, noteCursor } from "./run/live-answer.ts";
import { runNamed } from "./run/run-named.ts";
import type { RunResult } from "./run-report.ts";

function refuse(kept: KeptRun, found: string, why: string, help: string): Failure<"journal/not-found"> {
  return new Failure("journal/not-found", { what: "run to resume", name: kept.run }, { found, why, help });
}

/** Only what has no answer yet goes on: an answered run is an answer about its own time. */
function assertResumable(kept: KeptRun, origin: string): void {
  if (kept.importedAt !== undefined) {
    throw refuse(
      kept,
      `The run ${kept.run} came out of a file.`,
      "Its approval was given with another data folder; here nobody has approved its snippet.",
      "Replay it, or run its snippet here: it is shown and asked about.",
    );
  }
  const outcome = kept.ending?.outcome;
  if (outcome === "answered" || outcome === "empty" || outcome === "declined") {
    throw refuse(
      kept,
      `The run ${kept.run} has ended (${outcome}).`,
      "There is nothing left to do in it.",
      `Run it again with attest run ${kept.beginning.review.reviewHash.slice(0, 16)}.`,
    );
  }
  if (kept.ending?.failure?.code === "run/roles-changed") {
    throw refuse(
      kept,
      `The run ${kept.run} failed because the admin roles changed while it read.`,
      "What it has recorded was read under two different limits; going on would answer from both.",
      `Run it again with attest run ${kept.beginning.review.reviewHash.slice(0, 16)}.`,
    );
  }
  if (kept.beginning.org !== origin) {
    throw refuse(
      kept,
      `The run ${kept.run} belongs to ${kept.beginning.org}, the org in use is ${origin}.`,
      "Half an answer from each org would be none.",
      "Set OKTA_DOMAIN to the org of the run.",
    );
  }
}

/** Where the pages behind those of a recording begin. */
function cursorsOf(recording: Recording): Map<string, string> {
  const cursors = new Map<string, string>();
  for (let step = 0; step < recording.steps; step += 1) {
    const read = recording.find(step);
    if (read !== undefined) noteCursor(cursors, read);
  }
  return cursors;
}

/**
 * Goes on with a run that was stopped, killed, or that failed: what is recorded is answered from the journal, the rest from
 * Okta. The approval of the run holds, as long as the snippet's review is still the same.
 */
export async function resume(house: House, name: string, front: Front): Promise<RunResult> {
  const kept = runNamed(house, name);
  const org = await house.org();
  assertResumable(kept, org.address.origin);
  const again = await checkAgain(house, kept);
  if (again.kind === "findings") return { kind: "findings", findings: again.findings, source: kept.beginning.source };
  const { beginning } = kept;
  const missing = await findMissingGrant(org, beginning.review);
  if (missing !== undefined) return { kind: "report", report: unrunReport(beginning.review, org, missing) };
  const recording = house.journal().recordingOf(kept.run);
  const program = await programOf(again.checked, beginning, schemaOfRun(house, kept), recordedTables(recording));
  const before = rolesBefore(house.journal().runs.findAttachment(kept.run, "roles"));
  const journal = await house
    .journal()
    .resumeRun(kept.run, { steps: recording.steps, was: kept.ending?.outcome ?? "open" });
  const onWaiting = (waiting: Waiting): void => front.onProgress({ kind: "waiting", ...waiting });
  const client = alertingClient(house, org, "run", { scopes: scopesOf(beginning.review), onWaiting });
  const drift = watchDrift();
  const roles = watchRoles({
    house,
    org,
    review: beginning.review,
    journal,
    signal: front.signal,
    onWaiting,
    before,
  });
  try {
    const live = answerFromOkta({
      client,
      run: kept.run,
      keep: journal.keep,
      cursors: cursorsOf(recording),
      loadBody: (hash) => house.journal().loadBody(hash),
      onResponse: drift.see,
      // A walk that another run has begun shows no whole list.
      onPage: () => undefined,
      onList: roles.noteList,
    });
    const report = await runToEnd(house, program, journal, {
      beginning,
      answer: answerResuming(recording, live),
      drift,
      roles,
      front,
    });
    return { kind: "report", report };
  } finally {
    await roles.close();
    client.close();
  }
}
