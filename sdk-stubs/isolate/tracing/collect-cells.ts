import {
  elementMarks,
  entryMarks,
  isMarked,
  type Marked,
  markUnder,
  memberMarks,
  s,
  sourcesOf,
  tagOf,
  wholeMark,
} from "./marks.ts";
import type { Mark, OriginMark } from "./origin.ts";
import { at } from "./read.ts";
import type { ResponseTag } from "./response-tag.ts";

/** What is known of a value, on its way out. */
type SentMark =
  /** Lost, the snippet's own text, the operator's input. */
  | 0
  | 1
  | 2
  /** Property of an object by their numbers in the tables. */
  | readonly [number, number]
  /** Worked out from these; the number is 1 where an input was lost. */
  | { readonly m: readonly SentMark[]; readonly l: 0 | 1 }
  /** Items of these lists, by their numbers in the table of objects. */
  | { readonly i: readonly number[] }
  /** A list of texts, item by item. */
  | { readonly t: readonly SentMark[] };

// More responses than this behind one count are named by their number alone.
const MAX_SOURCES = 200;
const MAX_TEXTS = 1_000;

// Stands before what is no property of an object.
const OTHER = -1;

interface Tables {
  /** Two entries an object: its key and the number of the object that it stands in; of a whole body its step and -1. */
  readonly objects: (string | number)[];
  readonly keys: (string | number)[];
  readonly keyNumbers: Map<string | number, number>;
}

function numberOfObject(tables: Tables, object: object): number | undefined {
  const tag = tagOf(object);
  return tag === undefined ? undefined : numberOfTag(tables, tag);
}

function numberOfTag(tables: Tables, tag: ResponseTag): number | undefined {
  if (tag.number !== undefined) return tag.number;
  const { parent, key, step } = tag;
  const around = parent === undefined ? OTHER : numberOfObject(tables, parent);
  // What it stood in is no longer what the response held.
  if (around === undefined) return undefined;
  tag.number = tables.objects.push(around === OTHER ? step : key, around) / 2 - 1;
  return tag.number;
}

function numberOfKey(tables: Tables, key: string | number): number {
  const known = tables.keyNumbers.get(key);
  if (known !== undefined) return known;
  tables.keys.push(key);
  tables.keyNumbers.set(key, tables.keys.length - 1);
  return tables.keys.length - 1;
}

/** The item of a response's list that an object is, or is a part of. */
function itemAround(object: object): object | undefined {
  let at: object | undefined = object;
  for (let tag = tagOf(at); at !== undefined && tag !== undefined; tag = tagOf(at)) {
    if (typeof tag.key === "number") return at;
    at = tag.parent;
  }
  return undefined;
}

// A list of pairs of a name and a Set is as deep as an honest snippet nests.
const MAX_NESTING = 3;

/** Adds the items of responses that a list, Set or Map of the snippet was filled from. */
function addFilledFrom(found: Set<object>, source: unknown, depth: number): void {
  if (typeof source !== "object" || source === null || found.size >= MAX_SOURCES) return;
  if (tagOf(source) !== undefined) found.add(source);
  else if (depth < MAX_NESTING) {
    addMarked(found, source);
    for (const one of heldBy(source)) addFilledFrom(found, one, depth + 1);
  }
}

function addMarked(found: Set<object>, source: object): void {
  for (const mark of marksWithin(source)) {
    const item = mark?.kind === "place" ? itemAround(mark.base) : undefined;
    if (item !== undefined && found.size < MAX_SOURCES) found.add(item);
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

function sentItems(tables: Tables, source: object): SentMark {
  const found = new Set<number>();
  const add = (one: object): void => {
    const number = found.size < MAX_SOURCES ? numberOfObject(tables, one) : undefined;
    if (number !== undefined) found.add(number);
  };
  for (const one of [source, ...sourcesOf(source)]) add(one);
  if (found.size === 0) {
    const filled = new Set<object>();
    for (const one of [...sourcesOf(source), source]) addFilledFrom(filled, one, 0);
    filled.forEach(add);
  }
  return { i: [...found] };
}

function sentMark(tables: Tables, mark: Mark): SentMark {
  if (mark === undefined) return 0;
  switch (mark.kind) {
    case "literal":
      return 1;
    case "parameter":
      return 2;
    case "place": {
      const number = numberOfTag(tables, mark.tag);
      return number === undefined ? 0 : [number, numberOfKey(tables, mark.key)];
    }
    case "items":
      return sentItems(tables, mark.list);
    case "mix":
      return { m: mark.from.map((one: OriginMark) => sentMark(tables, one)), l: mark.lost ? 1 : 0 };
  }
}

function sentList(tables: Tables, list: readonly unknown[]): SentMark {
  const number = numberOfObject(tables, list);
  if (number !== undefined)
    return { t: list.slice(0, MAX_TEXTS).map((_one, index) => [number, numberOfKey(tables, index)]) };
  const known = elementMarks(list) !== undefined || wholeMark(list) !== undefined;
  if (list.length === 0) return sentItems(tables, list);
  if (!known) return 0;
  return { t: list.slice(0, MAX_TEXTS).map((_one, index) => sentMark(tables, at(list, index))) };
}

interface SentColumn {
  readonly name: string;
  readonly symbol: symbol;
  /** The key that its cells were read from last, and its number: most columns have one. */
  key: string | number | undefined;
  keyNumber: number;
}

/** Two entries a cell: numbers of an object and of its key, or -1 and what else is known. */
type SentCells = (number | Exclude<SentMark, number>)[];

function addCell(cells: SentCells, tables: Tables, column: SentColumn, mark: Mark): void {
  const isPlace = mark?.kind === "place";
  const number = isPlace ? (mark.tag.number ?? numberOfTag(tables, mark.tag)) : undefined;
  if (!isPlace || number === undefined) {
    cells.push(OTHER, sentMark(tables, mark));
    return;
  }
  if (mark.key !== column.key) {
    column.key = mark.key;
    column.keyNumber = numberOfKey(tables, mark.key);
  }
  cells.push(number, column.keyNumber);
}

// Written for an engine that compiles nothing: this is done for every cell of an answer.
function addRow(cells: SentCells, tables: Tables, columns: readonly SentColumn[], row: Marked): void {
  const isTagged = tagOf(row) !== undefined;
  for (const column of columns) {
    const value = row[column.name];
    if (typeof value === "object" && Array.isArray(value)) cells.push(OTHER, sentList(tables, value));
    else addCell(cells, tables, column, isTagged ? at(row, column.name) : markUnder(row, column.symbol, column.name));
  }
}

/** What is known of each cell of the rows, as JSON: tables of objects and keys, and the cells one after the other. */
export function collectCells(rows: readonly unknown[]): string {
  const tables: Tables = { objects: [], keys: [], keyNumbers: new Map() };
  const [first] = rows;
  const names = typeof first === "object" && first !== null ? Object.keys(first) : [];
  const columns = names.map((name): SentColumn => ({ name, symbol: s(name), key: undefined, keyNumber: 0 }));
  const cells: SentCells = [];
  for (const row of rows) if (isMarked(row)) addRow(cells, tables, columns, row);
  return JSON.stringify({ columns: names, objects: tables.objects, keys: tables.keys, cells });
}
