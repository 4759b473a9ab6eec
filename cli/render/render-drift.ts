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

/** Operations with untyped values, and odd lines, that are shown. */
const shownFew = 5;

function untypedLine({ values, unknown, bound, byOperation }: DriftReport["untyped"]): readonly string[] {
  if (values === 0) return [];
  const where = Object.entries(byOperation)
    .slice(0, shownFew)
    .map(([operationId, count]) => `${operationId} ${count}`);
  const found = `${((100 * unknown) / values).toFixed(1)} % of ${values} values have no type`;
  const judged = unknown / values > bound ? `beyond the ${100 * bound} % that may have none` : `${100 * bound} % may`;
  return [`${found} (${judged})${where.length === 0 ? "" : `: ${where.join(", ")}`}.`];
}

function oddLines({ oddLines: odd }: DriftReport): readonly string[] {
  const left = odd.length - shownFew;
  return [
    ...odd.slice(0, shownFew).map(({ line, why }) => `no recording  line ${line}: ${safeText(why)}`),
    ...(left > 0 ? [`no recording  ${left} more lines`] : []),
  ];
}

/** What was found, operations that deviate first, for a terminal. */
export function renderDrift(report: DriftReport): string {
  const { operations, tolerance, unknownOperations, passedOver, untyped } = report;
  const compared = operations.reduce((sum, one) => sum + one.sampled, 0);
  const rest = [
    ...Object.entries(unknownOperations).map(
      ([name, count]) => `unknown  ${safeText(name)}: ${inWords(count)} of an operation that the catalogue lacks`,
    ),
    ...Object.entries(passedOver).map(([why, count]) => `passed over  ${inWords(count)}: ${safeText(why)}`),
    ...oddLines(report),
  ];
  if (compared === 0) return ["There is no response to compare.", ...rest].join("\n");
  const deviating = operations
    .filter((one) => one.deviating > 0)
    .toSorted((a, b) => Number(b.beyond) - Number(a.beyond) || b.deviating / b.sampled - a.deviating / a.sampled);
  const beyond = deviating.filter((one) => one.beyond).length;
  return [
    `${compared} responses of ${operations.length} operations compared: ${deviating.length} operations deviate, ` +
      `${beyond} beyond the tolerance of ${100 * tolerance} %.`,
    ...untypedLine(untyped),
    ...deviating.flatMap(operationLines),
    ...rest,
  ].join("\n");
}

function inWords(count: number): string {
  return `${count} ${count === 1 ? "response" : "responses"}`;
}
