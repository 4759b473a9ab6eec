import { traceLineage, type Traceable, type Traced } from "../origins/trace-lineage.ts";
import { listReflections } from "./list-reflections.ts";
import { isOwnObject, namesInText } from "./readable-names.ts";

/** The origins of a snippet's columns, and what it can read of a response. */
export interface TracedReads {
  readonly traced: Traced;
  /** Names of all properties that it can read of a response; undefined where it may read others too. */
  readonly readableNames: readonly string[] | undefined;
}

/**
 * Traces a snippet, and works out what it can read of a response. A property can only be read by a name that stands in the
 * text, unless a construct meets names by themselves (a spread, `Object.keys`, a key that is worked out, a whole object as
 * a row): then every such object must be shown to be the snippet's own. Where one is not, nothing may be left out.
 */
export function traceReads(traceable: Traceable): TracedReads {
  const { sourceFile, typeChecker, operations } = traceable;
  const reflected = listReflections(sourceFile, typeChecker);
  const traced = traceLineage({ ...traceable, watched: reflected ?? [] });
  const isKnown =
    reflected !== undefined &&
    isOwnObject(traced.row) &&
    reflected.every((expression) => isOwnObject(traced.seen.get(expression)));
  return { traced, readableNames: isKnown ? namesInText(sourceFile, operations) : undefined };
}
