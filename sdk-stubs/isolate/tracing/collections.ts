import { call, type Pair } from "./calls.ts";
import { native } from "./lists/list.ts";
import { collectionPairs, pairs } from "./lists/make-list.ts";
import type { Found } from "./lookups.ts";
import { derive, entryMarks, memberMarks, setElementMarks } from "./marks.ts";
import { type Mark, mix } from "./origin.ts";
import { at, items } from "./read.ts";
import { countUnder } from "./turns.ts";

function entryOf(map: Map<unknown, unknown>, key: unknown): unknown[] {
  const { keys, values } = entryMarks(map);
  const entry = [key, map.get(key)];
  setElementMarks(entry, [keys.get(key), values.get(key)]);
  return entry;
}

function* pairsOfMap(map: unknown): Generator<Pair, void, undefined> {
  if (map instanceof Map) for (const key of map.keys()) yield { v: entryOf(map, key), o: undefined };
}

function* pairsOfSet(set: unknown): Generator<Pair, void, undefined> {
  if (!(set instanceof Set)) return;
  const marks = memberMarks(set);
  for (const value of set) yield { v: value, o: marks.get(value) };
}

collectionPairs.set("map", pairsOfMap);
collectionPairs.set("set", pairsOfSet);

function addTo(set: Set<unknown>, value: unknown, mark: Mark): void {
  if (!set.has(value) && mark !== undefined) memberMarks(set).set(value, mark);
  set.add(value);
}

function setMark(marks: Map<unknown, Mark>, key: unknown, mark: Mark): void {
  if (mark !== undefined) marks.set(key, mark);
  else if (marks.size > 0) marks.delete(key);
}

/** Puts an entry into a map: key and value, and the mark of each. */
function putIn(map: Map<unknown, unknown>, key: unknown, value: unknown, keyMark: Mark, valueMark: Mark): void {
  const { keys, values } = entryMarks(map);
  if (!map.has(key)) setMark(keys, key, keyMark);
  setMark(values, key, valueMark);
  map.set(key, value);
}

/** `new Set(items)` with the marks of its members. */
export function newSet(source?: unknown): Set<unknown> {
  const made = new Set<unknown>();
  if (source === undefined || source === null) return made;
  for (const { v, o } of pairs(source)) addTo(made, v, o);
  return derive(made, source);
}

/** `new Map(pairs)` with the marks of keys and values. */
export function newMap(source?: unknown): Map<unknown, unknown> {
  const made = new Map<unknown, unknown>();
  if (source === undefined || source === null) return made;
  const entries: readonly unknown[] = Array.isArray(source) ? source : Array.from(pairs(source), ({ v }) => v);
  for (let index = 0; index < entries.length; index += 1) {
    const pair = entries[index];
    putIn(made, readPart(pair, 0), readPart(pair, 1), at(pair, 0), at(pair, 1));
  }
  return derive(made, source);
}

function readPart(pair: unknown, index: number): unknown {
  if (typeof pair !== "object" || pair === null)
    throw new TypeError(`Iterator value ${String(pair)} is not an entry object`);
  return Reflect.get(pair, index);
}

type Given = readonly unknown[];
type Marks = readonly Mark[];

function markedList(values: unknown[], marks: Mark[], from: object): Pair {
  setElementMarks(values, marks);
  return { v: derive(values, from), o: undefined };
}

function lookUp(
  searched: Map<unknown, unknown> | Set<unknown>,
  value: unknown,
  key: unknown,
  asked: Mark,
  keys: ReadonlyMap<unknown, Mark>,
  mark?: Mark,
): Found {
  return { v: value, o: mark, in: searched, asked, met: keys.get(key), isMet: searched.has(key) };
}

function onMap(
  map: Map<unknown, unknown>,
  name: string,
  given: Given,
  marks: Marks,
  turn: number | undefined,
): Pair | undefined {
  const known = entryMarks(map);
  switch (name) {
    case "get":
      return lookUp(map, map.get(given[0]), given[0], marks[0], known.keys, known.values.get(given[0]));
    case "set":
      putIn(map, given[0], given[1], marks[0], countUnder(given[1], marks[1], marks[0], turn));
      return { v: map, o: undefined };
    case "has":
      return lookUp(map, map.has(given[0]), given[0], marks[0], known.keys);
    case "keys":
      return markedList(
        [...map.keys()],
        [...map.keys()].map((key) => known.keys.get(key)),
        map,
      );
    case "values":
      return markedList(
        [...map.values()],
        [...map.keys()].map((key) => known.values.get(key)),
        map,
      );
    case "entries":
      return {
        v: derive(
          [...map.keys()].map((key) => entryOf(map, key)),
          map,
        ),
        o: undefined,
      };
    case "forEach":
      map.forEach((value, key) =>
        call(given[0], given[1], [value, key, map], [known.values.get(key), known.keys.get(key)]),
      );
      return { v: undefined, o: undefined };
    default:
      return undefined;
  }
}

function onSet(set: Set<unknown>, name: string, given: Given, marks: Marks): Pair | undefined {
  const known = memberMarks(set);
  switch (name) {
    case "add":
      addTo(set, given[0], marks[0]);
      return { v: set, o: undefined };
    case "has":
      return lookUp(set, set.has(given[0]), given[0], marks[0], known);
    case "keys":
    case "values":
      return markedList(
        [...set],
        [...set].map((value) => known.get(value)),
        set,
      );
    case "forEach":
      set.forEach((value) => call(given[0], given[1], [value, value, set], [known.get(value), known.get(value)]));
      return { v: undefined, o: undefined };
    default:
      return methodsOfTwo.has(name) ? onTwoSets(set, name, given[0]) : undefined;
  }
}

const methodsOfTwo: ReadonlySet<string> = new Set([
  "union",
  "intersection",
  "difference",
  "symmetricDifference",
  "isSubsetOf",
  "isSupersetOf",
  "isDisjointFrom",
]);

/** What a Set makes of itself and another one, or a Map, or says of both. */
function onTwoSets(set: Set<unknown>, name: string, other: unknown): Pair {
  const { v } = native(set, name, [other]);
  const [own, others] = [memberMarks(set), markedMembers(other)];
  if (!(v instanceof Set)) return { v, o: mix(items(set), items(other)) };
  for (const value of v) setMark(memberMarks(v), value, own.get(value) ?? others.get(value));
  return { v: derive(v, set, other), o: undefined };
}

function markedMembers(other: unknown): ReadonlyMap<unknown, Mark> {
  if (other instanceof Map) return entryMarks(other).keys;
  return other instanceof Set ? memberMarks(other) : new Map();
}

/**
 * Calls a method of a Map or Set as the language does, and carries the marks of what it holds. `turn` is the place of the item whose
 * turn it is, for a number that is set.
 */
export function collection(target: unknown, name: string, given: Given, marks: Marks, turn?: number): Pair {
  const known =
    target instanceof Map
      ? onMap(target, name, given, marks, turn)
      : target instanceof Set
        ? onSet(target, name, given, marks)
        : undefined;
  return known ?? native(target, name, given);
}

/** `Array.from(source, callback)` with marks. */
export function arrayFrom(source: unknown, callback?: unknown): unknown[] {
  const isCounted = typeof source === "object" && source !== null && !(Symbol.iterator in source);
  const length = isCounted ? Number(Reflect.get(source, "length")) : 0;
  const walked: Iterable<Pair> = isCounted
    ? Array.from({ length }, (_one, index) => ({ v: Reflect.get(source, index), o: at(source, index) }))
    : pairs(source);
  const values: unknown[] = [];
  const marks: Mark[] = [];
  for (const { v, o } of walked) {
    const mapped =
      callback === undefined
        ? { v, o }
        : call(callback, undefined, [v, values.length], [o, isCounted ? undefined : items(source)]);
    marks[values.length] = mapped.o;
    values.push(mapped.v);
  }
  setElementMarks(values, marks);
  return derive(values, source);
}
