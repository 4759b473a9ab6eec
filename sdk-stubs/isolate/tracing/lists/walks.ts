import { call, leftBehind, type Pair } from "../calls.ts";
import { sourcesOf, tagOf } from "../marks.ts";
import type { Mark } from "../origin.ts";
import { at, items } from "../read.ts";
import { count, turn } from "../turns.ts";
import { ask, hasMarks, made, type List, type ListCall, type ListMethod } from "./list-call.ts";

function map(one: ListCall): Pair {
  const { list } = one;
  const values: List = [];
  let marks: Mark[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const value = ask(one, index);
    const mark = leftBehind(value);
    values.push(value);
    if (mark !== undefined) (marks ??= [])[index] = mark;
  }
  return made(values, marks, list);
}

function filter(one: ListCall): Pair {
  const kept: List = [];
  const marks: Mark[] | undefined = hasMarks(one.list) ? [] : undefined;
  for (let index = 0; index < one.list.length; index += 1) {
    if (!ask(one, index)) continue;
    kept.push(one.list[index]);
    marks?.push(at(one.list, index));
  }
  return made(kept, marks, one.list);
}

function flatMap(one: ListCall): Pair {
  const values: List = [];
  const marks: Mark[] = [];
  const from: unknown[] = [one.list];
  for (let index = 0; index < one.list.length; index += 1) {
    const value = ask(one, index);
    if (!Array.isArray(value)) {
      marks[values.length] = leftBehind(value);
      values.push(value);
      continue;
    }
    const inner: List = value;
    const isKnown = hasMarks(inner);
    if (sourcesOf(inner).length > 0 || tagOf(inner) !== undefined) from.push(inner);
    for (let position = 0; position < inner.length; position += 1) {
      if (isKnown) marks[values.length] = at(inner, position);
      values.push(inner[position]);
    }
  }
  return made(values, marks, ...from);
}

function forEach(one: ListCall): Pair {
  for (let index = 0; index < one.list.length; index += 1) ask(one, index);
  return { v: undefined, o: undefined };
}

function step(callback: unknown, total: Pair, list: List, index: number): Pair {
  const item = at(list, index);
  const after = call(callback, undefined, [total.v, list[index], index, list], [total.o, item, items(list)]);
  const isSame = Object.is(after.v, total.v);
  return isSame ? { v: after.v, o: total.o } : { v: after.v, o: count(after.o, turn(list[index], item)) };
}

function reduce(fromRight: boolean): ListMethod {
  return ({ list, given, marks }) => {
    const order = list.map((_item, index) => (fromRight ? list.length - 1 - index : index));
    let total: Pair | undefined = given.length > 1 ? { v: given[1], o: marks[1] } : undefined;
    for (const index of order) {
      if (total === undefined) total = { v: list[index], o: at(list, index) };
      else total = step(given[0], total, list, index);
    }
    if (total === undefined) throw new TypeError("Reduce of empty array with no initial value");
    return total;
  };
}

/** Methods that walk a list and ask a callback of each item. */
export const walks: readonly (readonly [string, ListMethod])[] = [
  ["map", map],
  ["filter", filter],
  ["flatMap", flatMap],
  ["forEach", forEach],
  ["reduce", reduce(false)],
  ["reduceRight", reduce(true)],
];
