import { at, items } from "../read.ts";
import type { Pair } from "../calls.ts";
import { ask, type ListCall, type ListMethod } from "./list-call.ts";

function find(last: boolean, wanted: "item" | "index"): ListMethod {
  return (one) => {
    const { list } = one;
    for (let step = 0; step < list.length; step += 1) {
      const index = last ? list.length - 1 - step : step;
      if (!ask(one, index)) continue;
      return wanted === "item" ? { v: list[index], o: at(list, index) } : { v: index, o: items(list) };
    }
    return { v: wanted === "item" ? undefined : -1, o: items(list) };
  };
}

function test(stopAt: boolean): ListMethod {
  return (one) => {
    for (let index = 0; index < one.list.length; index += 1)
      if (Boolean(ask(one, index)) === stopAt) return { v: stopAt, o: items(one.list) };
    return { v: !stopAt, o: items(one.list) };
  };
}

function includes(name: "includes" | "indexOf" | "lastIndexOf"): ListMethod {
  return ({ list, given }) => {
    const [value] = given;
    const found =
      name === "includes" ? list.includes(value) : name === "indexOf" ? list.indexOf(value) : list.lastIndexOf(value);
    return { v: found, o: items(list) };
  };
}

function item({ list, given }: ListCall): Pair {
  const index = Math.trunc(Number(given[0])) || 0;
  const position = index < 0 ? list.length + index : index;
  return { v: list.at(index), o: at(list, position) };
}

/** Methods that look for an item of a list. */
export const searches: readonly (readonly [string, ListMethod])[] = [
  ["find", find(false, "item")],
  ["findLast", find(true, "item")],
  ["findIndex", find(false, "index")],
  ["findLastIndex", find(true, "index")],
  ["some", test(true)],
  ["every", test(false)],
  ["includes", includes("includes")],
  ["indexOf", includes("indexOf")],
  ["lastIndexOf", includes("lastIndexOf")],
  ["at", item],
];
