import { callAs, callBack, type Pair } from "../calls.ts";
import { derive, elementMarks, setElementMarks, tagOf, wholeMark } from "../marks.ts";
import type { Mark } from "../origin.ts";
import { at, items } from "../read.ts";

/** A list of any values. */
export type List = unknown[];

/** One call of a method of a list: the list, the arguments and their marks. */
export interface ListCall {
  readonly list: List;
  readonly given: readonly unknown[];
  readonly marks: readonly Mark[];
  /** What a callback is handed where the items have no marks: its index is a position in the list. Made when first asked for. */
  handed?: readonly Mark[];
}

/** What a method of a list gives, with its mark. */
export type ListMethod = (call: ListCall) => Pair;

/** The marks of a list's items. */
export function marksOf(list: List): Mark[] {
  return list.map((_item, index) => at(list, index));
}

/** Whether anything is known of a list's items. */
export function hasMarks(list: List): boolean {
  return tagOf(list) !== undefined || elementMarks(list) !== undefined || wholeMark(list) !== undefined;
}

/** A list that a method made of others, with the marks of its items. */
export function made(list: List, marks: Mark[] | undefined, ...from: readonly unknown[]): Pair {
  if (marks !== undefined) setElementMarks(list, marks);
  return { v: derive(list, ...from), o: undefined };
}

/** What the callback of a method says of one item. */
export function ask(one: ListCall, index: number): unknown {
  const { list, given } = one;
  const marks = hasMarks(list) ? [at(list, index), items(list)] : (one.handed ??= [undefined, items(list)]);
  if (given.length > 1) return callAs(given[0], given[1], [list[index], index, list], marks);
  return callBack(given[0], marks, list[index], index, list);
}

/** Texts and numbers are sorted and joined; the language reads everything else as a text too. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return `${value}`;
  return value === null || value === undefined ? `${value}` : Object.prototype.toString.call(value);
}
