import type { Pack, PackResult } from "../../main/report/run-pack.ts";
import type { RowsTable } from "../../main/rows-table.ts";
import { renderTable } from "./render-rows.ts";
import { renderPack } from "./render-transfer.ts";
import { safeText } from "./safe-text.ts";

/** What a pack found: a line for each requirement, how many have which result, and where the evidence is. */
export function renderPackSummary(pack: Pack, { summary, unanswered, evidence }: PackResult, table: RowsTable): string {
  const counts = Object.entries(summary).map(([result, count]) => `${count} ${result}`);
  const missing = unanswered.length === 0 ? "" : ` Without an answer: ${unanswered.map(safeText).join(", ")}.`;
  const shown = ["check", "result", "asks", "found", "run"];
  return [
    renderTable(shown, table.rows),
    `Pack ${pack}: ${counts.join(", ")}.${missing}`,
    ...(evidence === null ? [] : [renderPack(evidence)]),
  ].join("\n");
}
