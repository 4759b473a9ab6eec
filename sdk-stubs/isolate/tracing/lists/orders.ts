import { compare, type Pair } from "../calls.ts";
import { derive, removeTag, setElementMarks } from "../marks.ts";
import type { Mark } from "../origin.ts";
import { hasMarks, type List, type ListCall, type ListMethod, marksOf, textOf } from "./list-call.ts";

function sort({ list, given }: ListCall, target: List): Pair {
  const [order] = given;
  const marks = hasMarks(list) ? marksOf(list) : undefined;
  const positions = list.map((_item, index) => index);
  const inOrder = (a: number, b: number): number => {
    const first = list[a];
    const second = list[b];
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
    if (order !== undefined)
      return Number(compare(order, marks === undefined ? [] : [marks[a], marks[b]], first, second));
    const [left, right] = [textOf(first), textOf(second)];
    return left < right ? -1 : Number(left > right);
  };
  positions.sort(inOrder);
  const values = positions.map((index) => list[index]);
  return replaceItems(list, target, values, marks === undefined ? undefined : positions.map((index) => marks[index]));
}

function replaceItems(list: List, target: List, values: List, marks: Mark[] | undefined): Pair {
  if (target === list) removeTag(list);
  target.length = 0;
  for (const value of values) target.push(value);
  setElementMarks(target, marks);
  return { v: target === list ? list : derive(target, list), o: undefined };
}

function reverse({ list }: ListCall, target: List): Pair {
  const marks = hasMarks(list) ? marksOf(list).toReversed() : undefined;
  return replaceItems(list, target, list.toReversed(), marks);
}

/** Methods that put a list's items in another order. */
export const orders: readonly (readonly [string, ListMethod])[] = [
  ["sort", (one) => sort(one, one.list)],
  ["toSorted", (one) => sort(one, [])],
  ["reverse", (one) => reverse(one, one.list)],
  ["toReversed", (one) => reverse(one, [])],
];
