import type { ReplayReport } from "../../main/replay-report.ts";
import { renderFailure } from "./render-failure.ts";
import { safeText } from "./safe-text.ts";

function verdictLine({ verdict, count, rowsHash, divergence }: ReplayReport): string {
  const { recorded, replayed } = rowsHash;
  switch (verdict) {
    case "identical":
      return `Identical: ${count} rows, byte for byte${replayed === null ? "" : ` (${replayed})`}.`;
    case "different":
      return `Different: ${count} rows. Hash of the run's rows: ${recorded}, of this replay's: ${replayed}.`;
    case "diverged":
      return divergence === undefined
        ? "Diverged."
        : `Diverged at step ${divergence.step}: the run asked for ${safeText(divergence.recorded)}, this snippet asks for ${safeText(divergence.asked)}.`;
    case "failed":
      return "It could not be replayed.";
  }
}

/** What a replay showed. */
export function renderReplay(report: ReplayReport): string {
  return [
    `Replay of run ${report.run}, without the network.`,
    verdictLine(report),
    ...report.versions.map((one) => `Since then changed: ${one}`),
    ...(report.failure === undefined ? [] : [renderFailure(report.failure)]),
  ].join("\n");
}
