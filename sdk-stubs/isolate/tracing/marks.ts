import type { Mark } from "./origin.ts";

/** Marks of keys and values of a Map, by key. */
export interface MapMarks {
  readonly keys: Map<unknown, Mark>;
  readonly values: Map<unknown, Mark>;
}

/** Under it stands the place of an object of a response. */
export const tag: unique symbol = Symbol("tag");
const elements: unique symbol = Symbol("elements");
const everything: unique symbol = Symbol("everything");
const members: unique symbol = Symbol("members");
const entries: unique symbol = Symbol("entries");
const names: unique symbol = Symbol("names");
const sources: unique symbol = Symbol("sources");

/**
 * An object with what is known of it. Symbols on the objects themselves: a WeakMap of 100,000 users costs a second
 * without a JIT, and a symbol is copied by a spread and unseen by JSON. The marks of properties stand in `properties.ts`.
 */
export interface Marked {
  [tag]?: number | undefined;
  [elements]?: Mark[] | undefined;
  [everything]?: Mark;
  [members]?: Map<unknown, Mark> | undefined;
  [entries]?: MapMarks | undefined;
  [names]?: Map<string, Mark> | undefined;
  [sources]?: readonly object[] | undefined;
  [property: string | symbol]: unknown;
}

/** Whether marks can stand on it. */
export function isMarked(value: unknown): value is Marked {
  return typeof value === "object" && value !== null;
}

/** The place of an object of a response; undefined for every other value. */
export function tagOf(value: unknown): number | undefined {
  return isMarked(value) ? value[tag] : undefined;
}

/** An object that no longer is what the response held. The property stays: an object that loses one is slow from then on. */
export function removeTag(object: object): void {
  if (isMarked(object) && object[tag] !== undefined) object[tag] = undefined;
}

/** Marks of a list's items by position; undefined where none is known. */
export function elementMarks(list: unknown): Mark[] | undefined {
  return isMarked(list) ? list[elements] : undefined;
}

/** Writes or forgets the marks of a list's items. */
export function setElementMarks(list: object, marks: Mark[] | undefined): void {
  if (!isMarked(list)) return;
  if (marks !== undefined || list[elements] !== undefined) list[elements] = marks;
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

/** Gives an object these marks of names, in place of those that it took over. */
export function setNameMarks(object: object, marks: Map<string, Mark>): void {
  if (isMarked(object)) object[names] = marks;
}

/** The lists that a list, Set or Map was made from: what its size is a count of. */
export function sourcesOf(list: unknown): readonly object[] {
  return isMarked(list) ? (list[sources] ?? []) : [];
}

function deriveFirst<T extends Marked>(made: T, from: unknown): T {
  if (typeof from !== "object" || from === null || from === made) return made;
  const known = sourcesOf(from);
  made[sources] = known.length > 0 ? known : [from];
  return made;
}

/** States what a list was made from, and gives the list back. */
export function derive<T>(made: T, ...from: readonly unknown[]): T {
  if (!isMarked(made)) return made;
  if (from.length === 1 && made[sources] === undefined) return deriveFirst(made, from[0]);
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
