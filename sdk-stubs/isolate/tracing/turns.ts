import { elementMarks, isMarked, tagOf } from "./marks.ts";
import { type Counted, literal, type Mark, mix, type Turns } from "./origin.ts";
import { itemAround, listAround, MAX_COUNTED } from "./places.ts";

function placeIn(mark: Mark): number {
  if (typeof mark === "object") return mark.kind === "place" ? mark.object : 0;
  return mark ?? 0;
}

/** The item of a response that a value was read from; undefined where it was read from none. */
export function itemOf(mark: Mark): number | undefined {
  return itemAround(placeIn(mark));
}

const madeIn: unique symbol = Symbol("made in");

interface Made {
  [madeIn]?: number | undefined;
}

function isMade(value: unknown): value is Made {
  return isMarked(value);
}

/** An object of the snippet, made in the turn of that item: a walk over such objects is one over the items. */
export function made<T>(object: T, place: number | undefined): T {
  if (isMade(object)) object[madeIn] = place;
  return object;
}

/** The item of a response whose turn it is in a walk: the item itself, the one in whose turn it was made, or that it was read from. */
export function turn(item: unknown, mark: Mark): number | undefined {
  const own = tagOf(item) ?? (isMade(item) ? item[madeIn] : undefined);
  return own ?? itemOf(mark) ?? (Array.isArray(item) ? turnOfPair(item) : undefined);
}

// What `entries()` gives: a key or a position, and what stands there.
function turnOfPair(pair: readonly unknown[]): number | undefined {
  return pair.length === 2 ? (turn(pair[1], undefined) ?? itemOf(elementMarks(pair)?.[0])) : undefined;
}

function addList(before: Turns | undefined, place: number): Turns {
  for (let one = before; one !== undefined; one = one.before) if (one.place === place) return before ?? one;
  return { place, areLists: true, size: (before?.size ?? 0) + 1, before };
}

function addTurn(before: Turns | undefined, place: number): Turns {
  if (before?.areLists === true) return before.size < MAX_COUNTED ? addList(before, listAround(place)) : before;
  // A second step in the same turn counts no other item.
  if (before?.place === place) return before;
  const turns = { place, areLists: false, size: (before?.size ?? 0) + 1, before };
  return turns.size > MAX_COUNTED ? listsOf(turns) : turns;
}

/** Of more items than can be named the lists that they stand in: a few pages in place of each user. */
function listsOf(turns: Turns): Turns {
  let lists = addList(undefined, listAround(turns.place));
  for (let one = turns.before; one !== undefined; one = one.before) lists = addList(lists, listAround(one.place));
  return lists;
}

/** The places of turns, in their order. */
export function placesOf(turns: Turns): Iterable<number> {
  const places: number[] = [];
  for (let one: Turns | undefined = turns; one !== undefined; one = one.before) places.push(one.place);
  return new Set(places.toReversed());
}

function isCounted(mark: Mark): mark is Counted {
  return typeof mark === "object" && mark.kind === "counted";
}

function hasReason(mark: Mark): boolean {
  return typeof mark === "object" && mark.kind === "mix" && mark.why !== undefined;
}

function isStep(mark: Mark): boolean {
  if (isCounted(mark)) return mark.isStep;
  return typeof mark === "object" && mark.kind === "mix" && mark.from.length === 0 && !mark.lost;
}

/**
 * The mark of a number on its way into a variable or a property: where it was made of what stood there by numbers of the snippet's text,
 * it counts the item whose turn it is, and is lost in the turn of none: a count that leaves some out is no evidence. What was read, or
 * worked out from what was read, keeps its mark.
 */
export function count(mark: Mark, place: number | undefined): Mark {
  if (!isStep(mark) || (place === undefined && hasReason(mark))) return mark;
  if (place === undefined) return { kind: "mix", from: [], lost: true };
  const before = isCounted(mark) ? mark.turns : undefined;
  return { kind: "counted", turns: addTurn(before, place), isStep: false, isOwn: false };
}

/** The mark of a number that a number of the text is added to, on its way into a variable or a property. */
export function step(mark: Mark, place: number | undefined): Mark {
  if (place === undefined || (mark !== literal && !isCounted(mark))) return count(mix(mark, literal), place);
  const before = isCounted(mark) ? mark : undefined;
  const turns = addTurn(before?.turns, place);
  if (before !== undefined && before.turns === turns && !before.isStep && !before.isOwn) return before;
  return { kind: "counted", turns, isStep: false, isOwn: false };
}

/** The same for a number that need not be a step: one that conditions chose is what they decided. */
export function countOn(mark: Mark, place: number | undefined): Mark {
  return hasReason(mark) ? mark : count(mark, place);
}

/** The same under a key that was worked out, where the first step writes a number of the text: `counts.set(key, 1)`. */
export function countUnder(value: unknown, mark: Mark, key: Mark, place: number | undefined): Mark {
  if (typeof value !== "number") return mark;
  const item = place ?? itemOf(key);
  const isFirst = mark === literal && value !== 0 && item !== undefined;
  if (!isFirst) return count(mark, item);
  return { kind: "counted", turns: addTurn(undefined, item), isStep: false, isOwn: true };
}
