import { isMarked } from "./marks.ts";
import type { Mark } from "./origin.ts";

// An object of the snippet has the marks of its properties in one of two ways. As it was written they stand in one list under
// `written`: for an engine without a compiler a property for each takes longer than all the rest of a row. Once something is
// written into it they stand apart, each under the symbol of its name, and the list is gone.

const written: unique symbol = Symbol("written");

interface Owned {
  /** First the number of the names, then the mark of each property in their order. Shared by copies, and never written to. */
  [written]?: readonly Mark[] | undefined;
  [property: string | symbol]: unknown;
}

function isOwned(value: unknown): value is Owned {
  return isMarked(value);
}

const nameLists: (readonly string[])[] = [];

/** Numbers the names of the properties of an object of the snippet's text. */
export function names(...list: readonly string[]): number {
  return nameLists.push(list) - 1;
}

/** The names behind each number. */
export const namesByNumber: readonly (readonly string[])[] = nameLists;

/** The names that a list of marks is of. */
export function namesOf(marks: readonly Mark[]): readonly string[] {
  return nameLists[Number(marks[0])] ?? [];
}

/** An object as it was written, with the number of its names and the mark of each property. */
export function object(literal: Owned, ...marks: readonly Mark[]): object {
  literal[written] = marks;
  return literal;
}

/** The list of an object's marks, the number of its names first; undefined where they stand apart, or there are none. */
export function writtenMarks(object: unknown): readonly Mark[] | undefined {
  return isOwned(object) ? object[written] : undefined;
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
  const mark = marks === undefined ? object[s(name)] : markAt(marks, namesOf(marks).indexOf(name));
  return isMark(mark) ? mark : undefined;
}

function markAt(marks: readonly Mark[], position: number): Mark {
  return position === -1 ? undefined : marks[1 + position];
}

function setApart(object: Owned, marks: readonly Mark[]): void {
  object[written] = undefined;
  for (const [position, name] of namesOf(marks).entries()) object[s(name)] = markAt(marks, position);
}

/** Writes the mark of a snippet's own property. */
export function setPropertyMark(object: unknown, name: string, mark: Mark): void {
  if (!isOwned(object)) return;
  const marks = object[written];
  if (marks !== undefined) setApart(object, marks);
  object[s(name)] = mark;
}

/** The same, or a copy that has its marks apart: spread into an object they must not hide those of what was spread before. */
export function withMarksApart(object: object): object {
  const marks = isOwned(object) ? object[written] : undefined;
  if (marks === undefined) return object;
  const copy: Owned = { ...object };
  setApart(copy, marks);
  return copy;
}
