import type { ResponseTag } from "./response-tag.ts";

/** What a traced replay knows of one value: where it was read, or from what it was made. Undefined where that is lost. */
export type OriginMark =
  /** Property `key` of an object or list of a response, and where that stood when it was read. */
  | { readonly kind: "place"; readonly base: object; readonly tag: ResponseTag; readonly key: string | number }
  /** The snippet's own text. */
  | { readonly kind: "literal" }
  /** The operator's input, or the run's clock. */
  | { readonly kind: "parameter" }
  /** Worked out from several values. */
  | { readonly kind: "mix"; readonly from: readonly OriginMark[]; readonly lost: boolean }
  /** A number or presence of items of a list. */
  | { readonly kind: "items"; readonly list: object };

/** The mark of a value, or undefined where it is lost. */
export type Mark = OriginMark | undefined;

/** The snippet's own text. */
export const literal: OriginMark = { kind: "literal" };

/** The operator's input. */
export const parameter: OriginMark = { kind: "parameter" };

// More inputs than an operator can look up; beyond that the cell says which requests, not which values.
const MAX_INPUTS = 50;

/** Adds what a value was made from; true where some of it is lost. */
function addInputs(from: OriginMark[], mark: Mark): boolean {
  if (mark === undefined) return true;
  if (mark.kind === "mix") {
    for (const one of mark.from) if (from.length < MAX_INPUTS) from.push(one);
    return mark.lost;
  }
  if (mark.kind !== "literal" && mark.kind !== "parameter" && from.length < MAX_INPUTS) from.push(mark);
  return false;
}

/** A value worked out from others. Only literals give a literal that was worked out; only counts stay a count. */
export function mix(...marks: readonly Mark[]): Mark {
  const from: OriginMark[] = [];
  let lost = false;
  for (const mark of marks) lost = addInputs(from, mark) || lost;
  const [only] = from;
  if (from.length === 1 && only?.kind === "items" && !lost) return only;
  if (from.length > 0 || lost) return { kind: "mix", from, lost };
  return marks.some((one) => one?.kind === "parameter") ? parameter : { kind: "mix", from, lost };
}
