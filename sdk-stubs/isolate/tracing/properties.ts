import { isMarked } from "./marks.ts";
import { joinNames, nameLists, singleName } from "./name-lists.ts";
import type { Mark } from "./origin.ts";

// An object of the snippet has the marks of its properties in one of two ways. As its text writes it they stand in one list under
// `written`: for an engine without a compiler a property for each takes longer than all the rest of a row. Where its names are worked
// out, or are many, they stand apart, each under the symbol of its name, and there is no list.

const written: unique symbol = Symbol("written");

/** The number of a list of names, then the mark of each. Copies of an object share it: it is never written to. */
export type WrittenMarks = readonly Mark[];

interface Owned {
  [written]?: WrittenMarks | undefined;
  [property: string | symbol]: unknown;
}

function isOwned(value: unknown): value is Owned {
  return isMarked(value);
}

/** An object as the snippet's text writes it, with its marks: the number of its names, and the mark of each. */
export function object(literal: Owned, ...marks: WrittenMarks): object {
  literal[written] = marks;
  return literal;
}

/** The list of an object's marks; undefined where they stand apart, or there are none. */
export function writtenMarks(object: unknown): WrittenMarks | undefined {
  return isOwned(object) ? object[written] : undefined;
}

/** Writes the list of an object's marks. */
export function setWrittenMarks(object: object, marks: WrittenMarks): void {
  if (isOwned(object)) object[written] = marks;
}

/** Where the mark of a name stands in a list of marks; 0 where it has none. */
export function positionOf(marks: WrittenMarks, name: string): number {
  return 1 + (nameLists[Number(marks[0])]?.lastIndexOf(name) ?? -1);
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

function isMark(value: unknown): value is Mark {
  return typeof value === "number" || (typeof value === "object" && value !== null && "kind" in value);
}

/** The mark of a snippet's own property. */
export function propertyMark(object: unknown, name: string): Mark {
  if (!isOwned(object)) return undefined;
  const marks = object[written];
  if (marks === undefined) {
    const mark = object[s(name)];
    return isMark(mark) ? mark : undefined;
  }
  const position = positionOf(marks, name);
  return position === 0 ? undefined : marks[position];
}

/** Writes the mark of a snippet's own property. */
export function setPropertyMark(object: unknown, name: string, mark: Mark): void {
  if (!isOwned(object)) return;
  const marks = object[written];
  const changed = marks === undefined ? undefined : withMark(marks, name, mark);
  if (marks !== undefined && changed === undefined) setApart(object, marks);
  if (changed === undefined) object[s(name)] = mark;
  else object[written] = changed;
}

function withMark(marks: WrittenMarks, name: string, mark: Mark): WrittenMarks | undefined {
  const known = positionOf(marks, name);
  const names = known === 0 ? joinNames(Number(marks[0]), singleName(name)) : Number(marks[0]);
  if (names === undefined) return undefined;
  const changed = marks.slice();
  changed[0] = names;
  changed[known === 0 ? marks.length : known] = mark;
  return changed;
}

function setApart(object: Owned, marks: WrittenMarks): void {
  object[written] = undefined;
  for (const [index, name] of (nameLists[Number(marks[0])] ?? []).entries()) object[s(name)] = marks[1 + index];
}

/** The same, or a copy that has its marks apart: spread into an object they must not hide those of what was spread before. */
export function withMarksApart(object: object): object {
  const marks = isOwned(object) ? object[written] : undefined;
  if (marks === undefined) return object;
  const copy: Owned = { ...object };
  setApart(copy, marks);
  return copy;
}
