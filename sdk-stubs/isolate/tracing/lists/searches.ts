import type { Pair } from "../calls.ts";
import { type Found, itemMark } from "../lookups.ts";
import type { Mark } from "../origin.ts";
import { at, items } from "../read.ts";
import { ask, type ListCall, type ListMethod } from "./list-call.ts";

function found(one: ListCall, value: unknown, index: number, asked: Mark, mark?: Mark): Found {
  const isMet = index !== -1;
  return { v: value, o: mark, in: one.list, asked, met: isMet ? itemMark(one.list, index) : undefined, isMet };
}

function search(one: ListCall, isLast: boolean, wanted: boolean): number {
  const { list } = one;
  for (let step = 0; step < list.length; step += 1) {
    const index = isLast ? list.length - 1 - step : step;
    if (Boolean(ask(one, index)) === wanted) return index;
  }
  return -1;
}

function find(isLast: boolean): ListMethod {
  return (one) => {
    const index = search(one, isLast, true);
    const mark = index === -1 ? items(one.list) : at(one.list, index);
    return found(one, index === -1 ? undefined : one.list[index], index, undefined, mark);
  };
}

function findIndex(isLast: boolean): ListMethod {
  return (one) => {
    const index = search(one, isLast, true);
    return found(one, index, index, undefined);
  };
}

function test(stopAt: boolean): ListMethod {
  return (one) => {
    const index = search(one, false, stopAt);
    return found(one, index === -1 ? !stopAt : stopAt, index, undefined);
  };
}

function includes(one: ListCall): Pair {
  // As `includes` compares, so that NaN is found too.
  const isIncluded = one.list.includes(one.given[0]);
  return found(one, isIncluded, isIncluded ? one.list.indexOf(one.given[0]) : -1, one.marks[0]);
}

function indexOf(name: "indexOf" | "lastIndexOf"): ListMethod {
  return (one) => {
    const index = one.list[name](one.given[0]);
    return found(one, index, index, one.marks[0]);
  };
}

function item({ list, given }: ListCall): Pair {
  const index = Math.trunc(Number(given[0])) || 0;
  const position = index < 0 ? list.length + index : index;
  return { v: list.at(index), o: at(list, position) };
}

/** Methods that look for an item of a list. */
export const searches: readonly (readonly [string, ListMethod])[] = [
  ["find", find(false)],
  ["findLast", find(true)],
  ["findIndex", findIndex(false)],
  ["findLastIndex", findIndex(true)],
  ["some", test(true)],
  ["every", test(false)],
  ["includes", includes],
  ["indexOf", indexOf("indexOf")],
  ["lastIndexOf", indexOf("lastIndexOf")],
  ["at", item],
];
