import type { Pair } from "../calls.ts";
import { elementMarks, removeTag, setElementMarks } from "../marks.ts";
import type { Mark } from "../origin.ts";
import { items } from "../read.ts";
import { type List, type ListCall, type ListMethod, made, marksOf } from "./list-call.ts";

function push({ list, given, marks }: ListCall): Pair {
  const known = elementMarks(list);
  const [only] = marks;
  const areLost = marks.length === 1 ? only === undefined : marks.every((one) => one === undefined);
  if (known !== undefined || !areLost) {
    const all = known ?? [];
    for (const [index, mark] of marks.entries()) all[list.length + index] = mark;
    setElementMarks(list, all);
  }
  removeTag(list);
  return { v: list.push(...given), o: items(list) };
}

function moveItems(change: (values: List, marks: Mark[], one: ListCall) => unknown): ListMethod {
  return (one) => {
    const { list } = one;
    const marks = marksOf(list);
    const value = change(list, marks, one);
    removeTag(list);
    setElementMarks(list, marks);
    return { v: value, o: undefined };
  };
}

function takeOne(end: "pop" | "shift"): ListMethod {
  return ({ list }) => {
    const marks = marksOf(list);
    const mark = end === "pop" ? marks.pop() : marks.shift();
    removeTag(list);
    const value = end === "pop" ? list.pop() : list.shift();
    setElementMarks(list, marks);
    return { v: value, o: mark };
  };
}

function splice({ list, given, marks }: ListCall): Pair {
  const all = marksOf(list);
  const [start, count] = [Number(given[0]), given.length < 2 ? list.length : Number(given[1])];
  const taken = all.splice(start, count, ...marks.slice(2));
  removeTag(list);
  const removed = list.splice(start, count, ...given.slice(2));
  setElementMarks(list, all);
  return made(removed, taken, list);
}

function unshift(values: List, marks: Mark[], { given, marks: added }: ListCall): unknown {
  marks.unshift(...given.map((_one, index) => added[index]));
  return values.unshift(...given);
}

function fillItems(values: List, marks: Mark[], { given, marks: added }: ListCall): unknown {
  const [from, to] = given.slice(1).map((one) => (one === undefined ? undefined : Number(one)));
  marks.fill(added[0], from, to);
  return values.fill(given[0], from, to);
}

/** Methods that change which items a list has. */
export const changes: readonly (readonly [string, ListMethod])[] = [
  ["push", push],
  ["unshift", moveItems(unshift)],
  ["fill", moveItems(fillItems)],
  ["pop", takeOne("pop")],
  ["shift", takeOne("shift")],
  ["splice", splice],
];
