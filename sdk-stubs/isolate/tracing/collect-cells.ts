import { elementMarks, entryMarks, markUnder, memberMarks, s, sourcesOf, tagOf, wholeMark } from "./marks.ts";
import type { Mark, OriginMark } from "./origin.ts";
import { at } from "./read.ts";

/** A cell on its way out: small, since a large answer has a million of them. */
type SentCell =
  /** Lost, the snippet's own text, the operator's input. */
  | 0
  | 1
  | 2
  /** Property of an object by their numbers in the tables. */
  | readonly [number, number]
  /** Worked out from these; the number is 1 where an input was lost. */
  | { readonly m: readonly SentCell[]; readonly l: 0 | 1 }
  /** Items of these lists, by their numbers in the table of objects. */
  | { readonly i: readonly number[] }
  /** A list of texts, item by item. */
  | { readonly t: readonly SentCell[] };

// More responses than this behind one count are named by their number alone.
const MAX_SOURCES = 200;
const MAX_TEXTS = 1_000;

interface Tables {
  readonly objects: string[];
  readonly keys: (string | number)[];
  readonly keyNumbers: Map<string | number, number>;
}

function pointerPart(key: string | number): string {
  if (typeof key === "number" || !(key.includes("~") || key.includes("/"))) return `/${key}`;
  return `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** `step pointer` of an object of a response; undefined where it is none. */
function placeOf(object: object): string | undefined {
  let pointer = "";
  for (let tag = tagOf(object); tag !== undefined; tag = tagOf(tag.parent)) {
    if (tag.parent === undefined) return `${tag.step} ${pointer}`;
    pointer = pointerPart(tag.key) + pointer;
  }
  return undefined;
}

function numberOfObject(tables: Tables, object: object): number | undefined {
  const tag = tagOf(object);
  if (tag === undefined || tag.number !== undefined) return tag?.number;
  const place = placeOf(object);
  if (place === undefined) return undefined;
  tag.number = tables.objects.push(place) - 1;
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

function sentItems(tables: Tables, source: object): SentCell {
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

function sentMark(tables: Tables, mark: Mark): SentCell {
  if (mark === undefined) return 0;
  switch (mark.kind) {
    case "literal":
      return 1;
    case "parameter":
      return 2;
    case "place": {
      const number = numberOfObject(tables, mark.base);
      return number === undefined ? 0 : [number, numberOfKey(tables, mark.key)];
    }
    case "items":
      return sentItems(tables, mark.list);
    case "mix":
      return { m: mark.from.map((one: OriginMark) => sentMark(tables, one)), l: mark.lost ? 1 : 0 };
  }
}

function sentList(tables: Tables, list: readonly unknown[]): SentCell {
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
}

function sentCell(tables: Tables, row: object, { name, symbol }: SentColumn): SentCell {
  const value: unknown = Reflect.get(row, name);
  if (Array.isArray(value)) return sentList(tables, value);
  return sentMark(tables, tagOf(row) === undefined ? markUnder(row, symbol) : at(row, name));
}

/** What is known of each cell of the rows, as JSON: tables of objects and keys, and the cells row by row. */
export function collectCells(rows: readonly unknown[]): string {
  const tables: Tables = { objects: [], keys: [], keyNumbers: new Map() };
  const [first] = rows;
  const names = typeof first === "object" && first !== null ? Object.keys(first) : [];
  const columns = names.map((name) => ({ name, symbol: s(name) }));
  const cells = rows.map((row) =>
    typeof row === "object" && row !== null ? columns.map((column) => sentCell(tables, row, column)) : [],
  );
  return JSON.stringify({ columns: names, objects: tables.objects, keys: tables.keys, cells });
}
