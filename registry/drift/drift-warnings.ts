import type { CountedMismatch, OperationDrift } from "./drift-tally.ts";

/** Share of sampled responses that may deviate before an answer says so. */
export const defaultTolerance = 0.05;

/** Characters of an unknown value that are shown: values of an enum are names. */
const longestValue = 60;
/** Mismatches that a warning names. */
const named = 3;

/** True where more responses deviate than the tolerance (a share, 0 to 1) allows. */
export function isBeyond(drift: OperationDrift, tolerance: number): boolean {
  return drift.sampled > 0 && drift.deviating / drift.sampled > tolerance;
}

/** One line for each operation whose responses deviate more often than the tolerance (a share, 0 to 1) allows. */
export function driftWarnings(
  drifts: readonly OperationDrift[],
  tolerance: number = defaultTolerance,
): readonly string[] {
  return drifts
    .filter((one) => isBeyond(one, tolerance))
    .map((one) => {
      const shown = one.mismatches.slice(0, named).map(mismatchInWords).join("; ");
      const left = one.mismatches.length - named;
      const more = left > 0 ? `; and ${left} more` : "";
      return (
        `${one.deviating} of ${one.sampled} sampled responses of ${one.operationId} are not as the catalogue says: ${shown}${more}. ` +
        "What depends on these fields may be wrong. See attest drift."
      );
    });
}

/** One mismatch in words: `status has the unknown value DORMANT`. */
export function mismatchInWords({ kind, path, expected, found }: CountedMismatch): string {
  const place = path === "" ? "the body" : path;
  switch (kind) {
    case "unknown-field":
      return `${place} is new`;
    case "missing":
      return `${place} is missing`;
    case "type":
      return `${place} is ${found}, not ${expected}`;
    case "enum":
      return `${place} has the unknown value ${found.slice(0, longestValue)}`;
  }
}
