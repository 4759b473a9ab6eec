import type { ReplayReport } from "../../main/replay-report.ts";
import { renderFailure } from "./render-failure.ts";

function verdictLine(report: ReplayReport): string {
  switch (report.verdict) {
    case "identical":
      return `Identical: ${report.count} rows, byte for byte (${report.rowsHash.replayed ?? "no rows"}).`;
    case "different":
      return `Different: ${report.count} rows; the run had hash ${report.rowsHash.recorded ?? "none"}, this replay ${report.rowsHash.replayed ?? "none"}.`;
    case "diverged":
      return `Diverged at step ${report.divergence?.step ?? 0}: the run asked for ${report.divergence?.recorded ?? "?"}, this snippet asks for ${report.divergence?.asked ?? "?"}.`;
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
