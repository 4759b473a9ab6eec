import type { DriftedOperation, DriftReport } from "../../main/drift.ts";
import { safeText } from "./safe-text.ts";

/** Mismatches of one operation that are shown. */
const shown = 12;

function operationLines(one: DriftedOperation): readonly string[] {
  const share = ((100 * one.deviating) / one.sampled).toFixed(1);
  const left = one.mismatches.length - shown;
  return [
    `${one.beyond ? "beyond" : "within"}  ${one.operationId}: ${one.deviating} of ${one.sampled} responses (${share} %)`,
    ...one.mismatches
      .slice(0, shown)
      .map((mismatch) => `        ${safeText(mismatch.words)} (${mismatch.responses} of ${one.sampled})`),
    ...(left > 0 ? [`        and ${left} more`] : []),
  ];
}

/** What was found, operations that deviate first, for a terminal. */
export function renderDrift({ operations, tolerance, unknownOperations }: DriftReport): string {
  const compared = operations.reduce((sum, one) => sum + one.sampled, 0);
  if (compared === 0 && Object.keys(unknownOperations).length === 0) return "There is no response to compare.";
  const deviating = operations
    .filter((one) => one.deviating > 0)
    .toSorted((a, b) => Number(b.beyond) - Number(a.beyond) || b.deviating / b.sampled - a.deviating / a.sampled);
  const beyond = deviating.filter((one) => one.beyond).length;
  return [
    `${compared} responses of ${operations.length} operations compared: ${deviating.length} operations deviate, ` +
      `${beyond} beyond the tolerance of ${100 * tolerance} %.`,
    ...deviating.flatMap(operationLines),
    ...Object.entries(unknownOperations).map(([name, count]) => `unknown ${safeText(name)}: ${count} responses`),
  ].join("\n");
}
