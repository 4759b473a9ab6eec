import type { ReplayedRun, VerifiedLibrary, VerifiedReport } from "../../main/report/verify-reports.ts";
import { safeText } from "./safe-text.ts";

function stateLine({ name, version, state, settled, reviewHash }: VerifiedReport): string {
  const which = version === null ? name : `${name}, version ${version}`;
  switch (state) {
    case "equal":
      return `${which}: the same review; its approvals hold${settled ? "" : " (not accepted under this build yet)"}.`;
    case "changed":
      return `${which}: ANOTHER REVIEW; it asks again. To accept it: attest report accept ${name} ${reviewHash?.slice(0, 16) ?? ""}`;
    case "findings":
      return `${which}: NO LONGER PASSES the check.`;
    case "new":
      return `${which}: never run here; its first run asks.`;
  }
}

function replayLine({ run, verdict, divergence, failure }: ReplayedRun): string {
  const why = divergence === undefined ? (failure?.found ?? "") : `at step ${divergence.step}: ${divergence.asked}`;
  return `    run ${run}: ${verdict === "identical" ? "the same rows, byte for byte" : `${verdict} ${safeText(why)}`}`;
}

function renderOne(one: VerifiedReport): readonly string[] {
  return [
    stateLine(one),
    ...one.findings.map(
      (finding) => `    line ${finding.line}: ${safeText(finding.message)} ${safeText(finding.help)}`,
    ),
    ...one.differences.map(({ kind, line }) => `    ${kind === "new" ? "+" : "-"} ${safeText(line.trim())}`),
    ...one.replays.map(replayLine),
  ];
}

/** What the build of today says of each report; differences are in the words of the reviews. */
export function renderVerified({ reports }: VerifiedLibrary): string {
  return reports.length === 0 ? "There are no reports." : reports.flatMap(renderOne).join("\n");
}
