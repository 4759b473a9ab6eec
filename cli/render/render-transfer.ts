import type { ExportedRun } from "../../main/export-run.ts";
import type { importRun } from "../../main/import-run.ts";
import type { WrittenPack } from "../../main/pack-runs.ts";
import { safeText } from "./safe-text.ts";

/** What was written, and what to do with it. */
export function renderExport({ run, file, bytes }: ExportedRun): string {
  return [
    `Run ${run} is in ${safeText(file)} (${Math.ceil(bytes / 1024)} kB), with its planning and every response.`,
    "It holds what Okta answered: hand it on as you would the data itself.",
    `Elsewhere: attest journal import FILE, then attest replay ${run}`,
  ].join("\n");
}

/** What was packed, and how it is read. */
export function renderPack({ runs, file, bytes }: WrittenPack): string {
  return [
    `${runs.length === 1 ? `Run ${runs[0]} is` : `${runs.length} runs are`} in ${safeText(file)} (${Math.ceil(bytes / 1024)} kB): cover, rows, requests, responses, chain.`,
    "HOW-TO-VERIFY.md in it says how to check everything with sha256sum and jq, without Attest.",
    "It holds what Okta answered: hand it on as you would the data itself.",
  ].join("\n");
}

/** What was taken in, and what can be done with it here. */
export function renderImport({ run, exportedAt, written }: Awaited<ReturnType<typeof importRun>>): string {
  return [
    written === 0
      ? `Run ${run} is here already, entry for entry.`
      : `The file holds. Run ${run}, exported ${safeText(exportedAt)}, is here with ${written} entries.`,
    "It was asked and approved elsewhere: it can be shown, traced and replayed here, not resumed.",
    `To see that it repeats: attest replay ${run}`,
  ].join("\n");
}
