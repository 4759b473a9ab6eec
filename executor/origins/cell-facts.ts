import { flattened } from "./classify.ts";
import { counting } from "./own-parts.ts";
import type { OwnPart, Value } from "./value.ts";

/** What the review says of the cells of a whole answer beside their origins. */
export interface CellFacts {
  /** Whether a cell may hold what stands for a read that failed. */
  readonly showsFailures: boolean;
  /** Columns whose cells are Okta's values in some rows and, in others, what the snippet works out of its own texts and numbers. */
  readonly madeUp: readonly string[];
  /** Columns whose cells are Okta's values in some rows, with a text of the snippet's own that stands in others. */
  readonly ownTexts: readonly (readonly [column: string, text: string])[];
  readonly own: readonly OwnFacts[];
}

/** What the snippet's own texts and numbers are to the cells of a column. */
export interface OwnFacts {
  readonly column: string;
  /** Those that stand there by themselves, as JSON. */
  readonly constants: readonly string[];
  /** Parameters of the operator's whose values stand there, or go in. */
  readonly parameters: readonly string[];
  /** Those that went into what was worked out. */
  readonly parts: readonly OwnPart[];
}

/** The facts of an answer with these cells, by the names of their columns. */
export function cellFacts(cells: readonly (readonly [string, Value])[]): CellFacts {
  return {
    showsFailures: cells.some(([, { notKnown }]) => notKnown),
    madeUp: cells.filter(([, value]) => isMadeUp(value)).map(([name]) => name),
    ownTexts: cells.flatMap(([name, value]) => ownTexts(flattened(value)).map((text) => [name, text] as const)),
    own: cells.map(([column, value]) => ownFacts(column, flattened(value))),
  };
}

// What is worked out of Okta's values stands among the inputs: what is left are texts and numbers of the snippet's own.
function isMadeUp({ places, inputs, counted, literal, worked }: Value): boolean {
  return places.size > 0 && inputs.size === 0 && counted.size === 0 && literal && worked;
}

function ownFacts(column: string, { constants, worked, parameters, ownParts }: Value): OwnFacts {
  // What was counted or found out began with one of these, and is another by now.
  const isBeginning = (one: string): boolean => worked && (counting.has(one) || one === "true" || one === "false");
  return {
    column,
    constants: [...constants].filter((one) => one !== "null" && one !== '""' && !isBeginning(one)),
    parameters: [...parameters].filter((one) => one !== "clock").toSorted(),
    parts: [...ownParts].filter((one) => worked || one === "unnamed"),
  };
}

// An empty one is no value that could be taken for Okta's.
function ownTexts({ places, inputs, counted, constants }: Value): readonly string[] {
  if (places.size === 0 || inputs.size + counted.size > 0) return [];
  const texts = [...constants].map((one): unknown => JSON.parse(one));
  return texts.filter((one): one is string => typeof one === "string" && one !== "");
}
