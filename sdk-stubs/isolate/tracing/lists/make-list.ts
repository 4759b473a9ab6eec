import type { Pair } from "../calls.ts";
import { derive, setElementMarks, wholeMark } from "../marks.ts";
import type { Mark } from "../origin.ts";
import { at } from "../read.ts";
import type { List } from "./list-call.ts";

/** A list as the snippet's text writes it, with the mark of each item. */
export function array(values: List, ...marks: Mark[]): List {
  setElementMarks(values, marks);
  return values;
}

/** A list from parts: single items with their marks, and lists that are spread into it. */
export function arrayOfParts(parts: readonly (readonly [unknown, Mark] | readonly [Iterable<unknown>])[]): List {
  const values: List = [];
  const marks: Mark[] = [];
  const from: unknown[] = [];
  for (const part of parts) {
    if (part.length === 2) {
      marks[values.length] = part[1];
      values.push(part[0]);
      continue;
    }
    from.push(part[0]);
    for (const pair of pairs(part[0])) {
      marks[values.length] = pair.o;
      values.push(pair.v);
    }
  }
  setElementMarks(values, marks);
  return derive(values, ...from);
}

/** The items of a list, Set, Map or iterator with their marks. */
export function* pairs(source: unknown): Generator<Pair, void, undefined> {
  if (Array.isArray(source)) {
    for (let index = 0; index < source.length; index += 1) yield { v: source[index], o: at(source, index) };
    return;
  }
  const inner = collectionPairs.get(source instanceof Map ? "map" : source instanceof Set ? "set" : "");
  if (inner !== undefined) {
    yield* inner(source);
    return;
  }
  const whole = wholeMark(source);
  if (isIterable(source)) for (const value of source) yield { v: value, o: whole };
  else throw new TypeError(`${String(source)} is not iterable`);
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return value !== undefined && value !== null && typeof Reflect.get(Object(value), Symbol.iterator) === "function";
}

/** How the items of Maps and Sets are walked with their marks; filled in by the file that knows them. */
export const collectionPairs: Map<string, (source: unknown) => Iterable<Pair>> = new Map();

/** The marks of what is spread into arguments. */
export function marks(source: unknown): Mark[] {
  return Array.from(pairs(source), (one) => one.o);
}
