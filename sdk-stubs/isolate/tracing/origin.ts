/**
 * What a traced replay knows of one value, its mark:
 *
 * - `undefined`: where it came from is lost,
 * - `1`: the snippet's own text; `2`: the operator's input, or the run's clock,
 * - a number from 1,024 on: its place, a property of a response's object, as `places.ts` numbers them,
 * - an object: one of the origins below.
 *
 * Most marks are numbers, since the engine of a replay compiles nothing: an object for each cell takes longer than all the rest.
 */
export type Mark = number | OriginMark | undefined;

/** An origin that no number says. */
export type OriginMark =
  /** A property whose key has no number: a position in a list, or a name beyond those that have one. */
  | { readonly kind: "place"; readonly object: number; readonly key: string | number }
  /** Worked out from several values; `lost` where some of them are not known; `why` says what chose them where none was read. */
  | Mixed
  /** A number or presence of items of a list. */
  | { readonly kind: "items"; readonly list: object }
  | Counted;

/** A value that was worked out from others. */
export interface Mixed {
  readonly kind: "mix";
  readonly from: readonly Known[];
  readonly lost: boolean;
  readonly why?: Mark;
}

/** A number that the snippet's own numbers made, step by step, in the turns of items that it walked over. */
export interface Counted {
  readonly kind: "counted";
  readonly turns: Turns;
  /** Something was added that is not yet put down to a turn. */
  readonly isStep: boolean;
  /** It is a number of the snippet's text as it stands there, and may be no count at all. */
  readonly isOwn: boolean;
}

/** The items in whose turns a number was made, the last first. */
export interface Turns {
  /** An item, or the list that it stands in where there are more than can be named. */
  readonly place: number;
  readonly areLists: boolean;
  readonly size: number;
  readonly before: Turns | undefined;
}

/** The snippet's own text. */
export const literal = 1;

/** The operator's input. */
export const parameter = 2;

// More inputs than an operator can look up; beyond that the cell says which requests, not which values.
const MAX_INPUTS = 50;

type Known = Exclude<Mark, undefined>;

/** Adds what a value was made from; true where some of it is lost. */
function addInputs(from: Known[], mark: OriginMark): boolean {
  if (mark.kind !== "mix") {
    if (from.length < MAX_INPUTS) from.push(mark);
    return false;
  }
  for (const one of mark.from) if (from.length < MAX_INPUTS) from.push(one);
  return mark.lost;
}

/** What chose values of which none was read. */
function reasonsOf(marks: readonly Mark[]): Mark {
  const reasons = marks.flatMap((one) => (typeof one === "object" && one.kind === "mix" ? (one.why ?? []) : []));
  return reasons.length === 0 ? undefined : mix(...reasons);
}

/** The mark of a value worked out from others. Only literals give a literal that was worked out; only counts stay a count. */
export function mix(...marks: readonly Mark[]): Mark {
  const from: Known[] = [];
  let lost = false;
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index];
    if (mark === undefined) lost = true;
    else if (typeof mark === "object") lost = addInputs(from, mark) || lost;
    else if (mark > parameter && from.length < MAX_INPUTS) from.push(mark);
  }
  const why = from.length === 0 ? reasonsOf(marks) : undefined;
  if (why !== undefined) return { kind: "mix", from, lost, why };
  return from.length < 2 && !lost ? single(from[0], marks) : { kind: "mix", from, lost };
}

function single(only: Known | undefined, marks: readonly Mark[]): Mark {
  if (only === undefined && marks.includes(parameter)) return parameter;
  if (typeof only === "object" && only.kind === "items") return only;
  if (typeof only === "object" && only.kind === "counted")
    return { kind: "counted", turns: only.turns, isStep: true, isOwn: false };
  return { kind: "mix", from: only === undefined ? [] : [only], lost: false };
}
