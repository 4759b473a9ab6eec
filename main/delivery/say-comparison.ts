import type { Comparison } from "./compare-with-baseline.ts";

/** How an answer stands to the one before, a sentence a line. */
export function sayComparison(comparison: Comparison): readonly string[] {
  switch (comparison.kind) {
    case "none":
      return [];
    case "first":
      return ["It is the first answer of this schedule: there is none to compare it with."];
    case "lost":
      return [`The answer before, of run ${comparison.run}, is no longer kept: what changed is not known.`];
    case "same":
    case "differs": {
      const { added, removed, changed, notKnown, unpaired, before, warnings } = comparison.diff;
      const counts = `${added.length} added, ${removed.length} removed, ${changed.length} changed`;
      const rest = notKnown.length + unpaired.length === 0 ? "" : `, ${notKnown.length + unpaired.length} not known`;
      return [`Since run ${before.run} of ${before.begunAt}: ${counts}${rest}.`, ...warnings];
    }
  }
}
