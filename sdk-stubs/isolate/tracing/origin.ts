/** What a traced replay knows of one value: where it was read, or from what it was made. Undefined where that is lost. */
export type OriginMark =
  /** Property `key` of an object or list of a response. */
  | { readonly kind: "place"; readonly base: object; readonly key: string | number }
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

function inputsOf(mark: Mark): readonly OriginMark[] {
  if (mark === undefined || mark.kind === "literal" || mark.kind === "parameter") return [];
  return mark.kind === "mix" ? mark.from : [mark];
}

function isLost(mark: Mark): boolean {
  return mark === undefined || (mark.kind === "mix" && mark.lost);
}

/** A value worked out from others. Only literals give a literal that was worked out; only counts stay a count. */
export function mix(...marks: readonly Mark[]): Mark {
  const from = marks.flatMap(inputsOf).slice(0, MAX_INPUTS);
  const lost = marks.some(isLost);
  const [only] = from;
  if (from.length === 1 && only?.kind === "items" && !lost) return only;
  const isParameter = from.length === 0 && !lost && marks.some((one) => one?.kind === "parameter");
  return isParameter ? parameter : { kind: "mix", from, lost };
}
