import { decisionOn, walkedLists } from "./fillings.ts";
import { elementMarks, entryMarks, memberMarks, sourcesOf, tagOf, wholeMark } from "./marks.ts";
import { nameLists, names } from "./name-lists.ts";
import type { Counted, Mark, Turns } from "./origin.ts";
import { MAX_COUNTED, places } from "./places.ts";
import { positionOf, writtenMarks } from "./properties.ts";
import { at } from "./read.ts";
import { itemOf, placesOf } from "./turns.ts";

/** What is known of a value, on its way out. What is lost arrives as null. */
type SentMark =
  /** As in a mark. */
  | number
  | undefined
  /** A property of the object at a place, whose key has no number. */
  | readonly [place: number, key: string | number]
  /** Worked out from these; `l` is 1 where an input was lost. */
  | { readonly m: readonly SentMark[]; readonly l: 0 | 1 }
  /** Items of the lists at the places of that number. */
  | { readonly i: number }
  /** Counted in the turns of the items at the places of that number; `l` is 1 where it stands in the snippet's text. */
  | { readonly c: number; readonly l: 0 | 1 }
  /** A list of texts, item by item. */
  | { readonly t: readonly SentMark[] };

const MAX_TEXTS = 1_000;

// A list of pairs of a name and a Set is as deep as an honest snippet nests.
const MAX_NESTING = 3;

// Thousands of cells lean on the same list, or the same count: the places behind it go out once.
const placeLists: (readonly number[])[] = [];

function numberPlaces(places: Iterable<number>): number {
  return placeLists.push([...places]) - 1;
}

/** Adds the items of responses that a list, Set or Map of the snippet was filled from. */
function addFilledFrom(found: Set<number>, source: unknown, depth: number): void {
  if (typeof source !== "object" || source === null || found.size >= MAX_COUNTED) return;
  const place = tagOf(source);
  if (place !== undefined) found.add(place);
  else if (depth < MAX_NESTING) {
    addMarked(found, source);
    for (const one of heldBy(source)) addFilledFrom(found, one, depth + 1);
  }
}

function addMarked(found: Set<number>, source: object): void {
  for (const mark of marksWithin(source)) {
    const item = itemOf(mark);
    if (item !== undefined && found.size < MAX_COUNTED) found.add(item);
  }
}

function heldBy(source: object): Iterable<unknown> {
  if (Array.isArray(source)) return source;
  return source instanceof Map ? source.values() : [];
}

function marksWithin(source: object): Iterable<Mark> {
  if (Array.isArray(source)) return source.map((_one, index) => at(source, index));
  if (source instanceof Set) return memberMarks(source).values();
  return source instanceof Map ? entryMarks(source).keys.values() : [];
}

/** Of something in which nothing of a response stands: what decided what is put into it, or the lists that it was filled from. */
function sentFilling(source: object): SentMark {
  const decided = decisionOn(source);
  if (typeof decided === "object" && decided.kind === "mix") return sentMark(decided);
  const lists = new Set([source, ...sourcesOf(source)].flatMap(walkedLists));
  return lists.size === 0 ? { i: numberPlaces([]) } : { c: numberPlaces([...lists].slice(0, MAX_COUNTED)), l: 0 };
}

const sentLists = new Map<object, SentMark>();

function sentItems(source: object): SentMark {
  const known = sentLists.get(source);
  if (known !== undefined) return known;
  const sent = sentPlaces(source);
  sentLists.set(source, sent);
  return sent;
}

function sentPlaces(source: object): SentMark {
  const found = new Set<number>();
  for (const one of [source, ...sourcesOf(source)]) {
    const place = found.size < MAX_COUNTED ? tagOf(one) : undefined;
    if (place !== undefined) found.add(place);
  }
  if (found.size === 0) for (const one of [...sourcesOf(source), source]) addFilledFrom(found, one, 0);
  return found.size > 0 ? { i: numberPlaces(found) } : sentFilling(source);
}

const sentTurns = new Map<Turns, number>();

function sentCounted({ turns, isOwn }: Counted): SentMark {
  const number = sentTurns.get(turns) ?? numberPlaces(placesOf(turns));
  sentTurns.set(turns, number);
  return { c: number, l: isOwn ? 1 : 0 };
}

function sentMark(mark: Mark): SentMark {
  if (typeof mark !== "object") return mark;
  switch (mark.kind) {
    case "place":
      return [mark.object, mark.key];
    case "items":
      return sentItems(mark.list);
    case "counted":
      return sentCounted(mark);
    case "mix":
      if (mark.why !== undefined) return sentMark(mark.why);
      return { m: mark.from.map(sentMark), l: mark.lost ? 1 : 0 };
  }
}

function sentList(list: readonly unknown[]): SentMark {
  if (list.length === 0 && tagOf(list) === undefined) return sentItems(list);
  const isKnown = tagOf(list) !== undefined || elementMarks(list) !== undefined || wholeMark(list) !== undefined;
  return isKnown ? { t: list.slice(0, MAX_TEXTS).map((_one, index) => sentMark(at(list, index))) } : undefined;
}

// Written for an engine that compiles nothing: this is done for every cell of an answer.
function sendRow(row: object, marks: readonly Mark[], listed: readonly string[]): readonly unknown[] {
  let sent: unknown[] | undefined;
  for (let index = 1; index < marks.length; index += 1) {
    const mark = marks[index];
    if (typeof mark === "object") (sent ??= marks.slice())[index] = sentMark(mark);
  }
  for (const name of listed) {
    const value: unknown = Reflect.get(row, name);
    const position = Array.isArray(value) ? positionOf(marks, name) : 0;
    if (Array.isArray(value) && position > 0) (sent ??= marks.slice())[position] = sentList(value);
  }
  return sent ?? marks;
}

/**
 * What is known of each cell of the rows, as JSON: the tables that places lead into, and of each row the number of its names and the
 * mark of each. `listed` names the columns that hold a list in some row.
 */
export function collectCells(rows: readonly unknown[], listed: readonly string[]): string {
  const [first] = rows;
  const columns = typeof first === "object" && first !== null ? Object.keys(first) : [];
  const columnsNumber = names(...columns);
  const sent: (readonly unknown[])[] = [];
  for (const row of rows) {
    if (typeof row !== "object" || row === null) continue;
    const marks = writtenMarks(row) ?? [columnsNumber, ...columns.map((name) => at(row, name))];
    sent.push(sendRow(row, marks, listed));
  }
  return JSON.stringify({ ...places, names: nameLists, lists: placeLists, rows: sent });
}
