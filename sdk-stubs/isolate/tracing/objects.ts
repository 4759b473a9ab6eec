import { literal, type Mark, parameter } from "./origin.ts";
import {
  derive,
  elementMarks,
  fill,
  isMarked,
  nameMarks,
  removeTag,
  setElementMarks,
  setNameMarks,
  tagOf,
} from "./marks.ts";
import { pairs } from "./lists/make-list.ts";
import { joinNames, nameLists } from "./name-lists.ts";
import { setPropertyMark, setWrittenMarks, withMarksApart, writtenMarks } from "./properties.ts";
import { at } from "./read.ts";
import { countUnder } from "./turns.ts";

function property(base: unknown, name: string | number): unknown {
  return typeof base === "object" && base !== null ? Reflect.get(base, name) : undefined;
}

/** A copy of what is spread: of a response its properties with their places, without the mark of the whole. */
export function spread(source: unknown): unknown {
  if (typeof source !== "object" || source === null || Array.isArray(source)) return source;
  if (tagOf(source) !== undefined) return carry({ ...source }, source);
  return withMarksApart(source);
}

/** `{ ...one, ...other }` as it was made, with the marks of the names that each of them had worked out. */
export function joinNameMarks<T extends object>(made: T, ...sources: readonly unknown[]): T {
  const joined = new Map<string, Mark>();
  for (const source of sources) {
    if (typeof source !== "object" || source === null || tagOf(source) !== undefined) continue;
    for (const [name, mark] of nameMarks(source)) joined.set(name, mark);
  }
  setNameMarks(made, joined);
  return made;
}

/** `{ [key]: value }` as it was made, with each name that was worked out and its mark. */
export function nameKeys<T extends object>(made: T, keys: readonly (readonly [unknown, Mark])[]): T {
  const known = nameMarks(made);
  for (const [key, mark] of keys) known.set(`${String(key)}`, mark);
  return made;
}

/** `{ ...source, name: value }` as it was made, with the number of the names after the spread, and the mark of each. */
export function extend<T extends object>(made: T, source: unknown, names: number, ...marks: readonly Mark[]): T {
  const spread = writtenMarks(source);
  const joined = spread === undefined ? undefined : joinNames(Number(spread[0]), names);
  if (spread !== undefined && joined !== undefined) {
    const all = spread.concat(marks);
    all[0] = joined;
    setWrittenMarks(made, all);
    return made;
  }
  carry(made, source);
  for (const [index, name] of (nameLists[names] ?? []).entries()) setPropertyMark(made, name, marks[index]);
  return made;
}

/** The rest of a pattern, with the places of what it took over. */
export function carry<T>(rest: T, source: unknown): T {
  if (typeof rest !== "object" || rest === null || tagOf(source) === undefined) return rest;
  removeTag(rest);
  for (const name of Object.keys(rest)) setPropertyMark(rest, name, at(source, name));
  return rest;
}

/** The rest of a list's pattern, from that position on. */
export function carryItems<T>(rest: T, source: unknown, from: number): T {
  if (!Array.isArray(rest)) return rest;
  const marks = rest.map((_item, index) => at(source, index + from));
  setElementMarks(rest, marks);
  return derive(rest, source);
}

/**
 * `base[key] = value` with its mark and that of its name, `literal` where the snippet's text has it, and the place of the item whose
 * turn it is.
 */
export function put(base: unknown, key: unknown, value: unknown, mark: Mark, keyMark: Mark, turn?: number): unknown {
  if (!isMarked(base)) throw new TypeError(`Cannot set properties of ${String(base)}`);
  const name = typeof key === "number" ? key : String(key);
  base[name] = value;
  if (Array.isArray(base)) {
    putItem(base, name, mark);
  } else {
    removeTag(base);
    setPropertyMark(base, `${name}`, countUnder(value, mark, keyMark, turn));
    // A name that is lost is noted too, or it would be taken for one of the text.
    if (keyMark !== literal) nameMarks(base).set(`${name}`, keyMark);
  }
  return value;
}

function putItem(list: unknown[], name: string | number, mark: Mark): void {
  removeTag(list);
  if (name === "length") {
    const marks = elementMarks(list);
    if (marks !== undefined) marks.length = list.length;
    return;
  }
  const marks = elementMarks(list) ?? [];
  marks[Number(name)] = mark;
  setElementMarks(list, marks);
}

/** `Object.assign` with marks. */
export function assign(target: unknown, ...sources: readonly unknown[]): unknown {
  if (typeof target !== "object" || target === null) return Object.assign(Object(target), ...sources);
  for (const source of sources) {
    if (typeof source !== "object" || source === null) continue;
    for (const name of Object.keys(source))
      put(target, name, property(source, name), at(source, name), nameMark(source, name));
  }
  return target;
}

function marked(list: unknown[], marks: Mark[]): unknown[] {
  setElementMarks(list, marks);
  return list;
}

/** The mark of a name: one that the snippet worked out, or its own text. Names of a response's properties stand nowhere in it. */
function nameMark(source: object, name: string): Mark {
  if (tagOf(source) !== undefined) return undefined;
  const known = nameMarks(source);
  return known.has(name) ? known.get(name) : literal;
}

/** `Object.keys` with the marks of names that were worked out. */
export function keys(source: object): unknown[] {
  const names = Object.keys(source);
  return marked(
    names,
    names.map((name) => nameMark(source, name)),
  );
}

/** `Object.values` with marks. */
export function values(source: object): unknown[] {
  const names = Object.keys(source);
  return marked(
    names.map((name) => property(source, name)),
    names.map((name) => at(source, name)),
  );
}

/** `Object.entries` with marks. */
export function entries(source: object): unknown[] {
  return Object.keys(source).map((name) =>
    marked([name, property(source, name)], [nameMark(source, name), at(source, name)]),
  );
}

/** `Object.fromEntries` with marks. */
export function fromEntries(source: unknown): object {
  const made = {};
  for (const { v: pair } of pairs(source)) put(made, property(pair, 0), property(pair, 1), at(pair, 1), at(pair, 0));
  return made;
}

/** The parameters of a run: everything in them but the rows of files is the operator's input. */
export function input(given: unknown): unknown {
  if (typeof given !== "object" || given === null) return given;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(given)) {
    const value = property(given, name);
    // The rows of an input table have places of their own.
    if (tagOf(value) !== undefined) {
      copy[name] = value;
      continue;
    }
    copy[name] = Array.isArray(value) ? fill([...value], parameter) : value;
    setPropertyMark(copy, name, parameter);
  }
  return copy;
}
