import type { Mark } from "./origin.ts";
import type { ResponseTag } from "./response-tag.ts";

/** Marks of keys and values of a Map, by key. */
export interface MapMarks {
  readonly keys: Map<unknown, Mark>;
  readonly values: Map<unknown, Mark>;
}

const tag: unique symbol = Symbol("tag");
const elements: unique symbol = Symbol("elements");
const everything: unique symbol = Symbol("everything");
const members: unique symbol = Symbol("members");
const entries: unique symbol = Symbol("entries");
const names: unique symbol = Symbol("names");
/**
 * Under it stand the marks of the properties that an object was written with, by their names: for an engine without a compiler one
 * more property costs a tenth of one more for each. What is written into the object later stands under the symbol of its name.
 */
export const written: unique symbol = Symbol("written");
const sources: unique symbol = Symbol("sources");

/**
 * An object with what is known of it. Symbols on the objects themselves: a WeakMap of 100,000 users costs a second
 * without a JIT, and a symbol is copied by a spread and unseen by JSON.
 */
export interface Marked {
  [tag]?: ResponseTag | undefined;
  [elements]?: Mark[] | undefined;
  [everything]?: Mark;
  [members]?: Map<unknown, Mark> | undefined;
  [entries]?: MapMarks | undefined;
  [names]?: Map<string, Mark> | undefined;
  [written]?: Readonly<Record<string, unknown>> | undefined;
  [sources]?: readonly object[] | undefined;
  [property: string | symbol]: unknown;
}

/** Whether marks can stand on it. */
export function isMarked(value: unknown): value is Marked {
  return typeof value === "object" && value !== null;
}

const symbols = new Map<string, symbol>();

/** The symbol beside a property of that name, under which its mark stands. */
export function s(name: unknown): symbol {
  if (typeof name === "symbol") return name;
  const text = `${String(name)}`;
  const known = symbols.get(text);
  if (known !== undefined) return known;
  const made = Symbol(text);
  symbols.set(text, made);
  return made;
}

/** Marks an object of a response. */
export function setTag(object: object, place: ResponseTag): void {
  if (isMarked(object)) object[tag] = place;
}

/** Where an object of a response stands; undefined for every other value. */
export function tagOf(value: unknown): ResponseTag | undefined {
  return isMarked(value) ? value[tag] : undefined;
}

/** An object that no longer is what the response held. */
export function removeTag(object: object): void {
  if (isMarked(object) && object[tag] !== undefined) delete object[tag];
}

/** The mark of a snippet's own property. */
export function propertyMark(object: unknown, name: string): Mark {
  return isMarked(object) ? markUnder(object, s(name), name) : undefined;
}

/** The mark of a snippet's own property, by the symbol of its name and its name. */
export function markUnder(object: Marked, symbol: symbol, name: string): Mark {
  const own = object[symbol] ?? object[written]?.[name];
  return isMark(own) ? own : undefined;
}

/** Writes the mark of a snippet's own property. */
export function setPropertyMark(object: unknown, name: string, mark: Mark): void {
  if (isMarked(object)) object[s(name)] = mark ?? lostMark;
}

/**
 * The same, or a copy that has the mark of each property under the symbol of its name: an object that is spread must not hide the
 * marks of what was spread before it.
 */
export function withMarksApart(object: object): object {
  if (!isMarked(object) || object[written] === undefined) return object;
  const copy: Marked = { ...object, [written]: undefined };
  for (const name of Object.keys(object[written])) copy[s(name)] = object[s(name)] ?? object[written][name] ?? lostMark;
  return copy;
}

/** Stands for a mark that is lost, where another one would show through: one that an object was written with. */
export const lostMark = "lost";

function isMark(value: unknown): value is Mark {
  return typeof value === "object" && value !== null && "kind" in value;
}

/** Marks of a list's items by position; undefined where none is known. */
export function elementMarks(list: unknown): Mark[] | undefined {
  return isMarked(list) ? list[elements] : undefined;
}

/** Writes or forgets the marks of a list's items. */
export function setElementMarks(list: object, marks: Mark[] | undefined): void {
  if (!isMarked(list)) return;
  if (marks !== undefined) list[elements] = marks;
  else if (list[elements] !== undefined) delete list[elements];
}

/** One mark for everything in an object: parts of a text, a date. */
export function wholeMark(object: unknown): Mark {
  return isMarked(object) ? object[everything] : undefined;
}

/** Marks everything in an object alike and gives the object back. */
export function fill<T>(object: T, mark: Mark): T {
  if (isMarked(object)) object[everything] = mark;
  return object;
}

/** Marks of a Set's members, made when first asked for. */
export function memberMarks(set: object): Map<unknown, Mark> {
  if (!isMarked(set)) return new Map();
  return (set[members] ??= new Map());
}

/** Marks of a Map's keys and values, made when first asked for. */
export function entryMarks(map: object): MapMarks {
  if (!isMarked(map)) return { keys: new Map(), values: new Map() };
  return (map[entries] ??= { keys: new Map(), values: new Map() });
}

/** Marks of names that a snippet worked out, made when first asked for. */
export function nameMarks(object: object): Map<string, Mark> {
  if (!isMarked(object)) return new Map();
  return (object[names] ??= new Map());
}

/** The lists that a list, Set or Map was made from: what its size is a count of. */
export function sourcesOf(list: unknown): readonly object[] {
  return isMarked(list) ? (list[sources] ?? []) : [];
}

/** States what a list was made from, and gives the list back. */
export function derive<T>(made: T, ...from: readonly unknown[]): T {
  if (!isMarked(made)) return made;
  const found = new Set<object>(made[sources]);
  for (const one of from) {
    if (typeof one !== "object" || one === null || one === made) continue;
    const known = sourcesOf(one);
    if (known.length > 0) for (const source of known) found.add(source);
    else found.add(one);
  }
  if (found.size > 0) made[sources] = [...found];
  return made;
}
