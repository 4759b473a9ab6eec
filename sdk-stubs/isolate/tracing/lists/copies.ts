import type { Pair } from "../calls.ts";
import { setElementMarks } from "../marks.ts";
import { joined } from "../fillings.ts";
import type { Mark } from "../origin.ts";
import { at, items } from "../read.ts";
import { hasMarks, type List, type ListCall, type ListMethod, made, marksOf, textOf } from "./list-call.ts";

function slice({ list, given }: ListCall): Pair {
  const [from, to] = given.map((one) => (one === undefined ? undefined : Number(one)));
  return made(list.slice(from, to), hasMarks(list) ? marksOf(list).slice(from, to) : undefined, list);
}

function concat({ list, given, marks }: ListCall): Pair {
  const all = marksOf(list);
  for (const [index, one] of given.entries()) {
    const added: List | undefined = Array.isArray(one) ? one : undefined;
    all.push(...(added === undefined ? [marks[index]] : marksOf(added)));
  }
  return made(list.concat(...given), all, list, ...given);
}

function flat({ list, given }: ListCall): Pair {
  if (given.length > 0 && given[0] !== 1) return { v: list.flat(Number(given[0])), o: undefined };
  const marks: Mark[] = [];
  for (const [index, one] of list.entries()) {
    const inner: List | undefined = Array.isArray(one) ? one : undefined;
    marks.push(...(inner === undefined ? [at(list, index)] : marksOf(inner)));
  }
  return made(list.flat(), marks, list, ...list);
}

function entries({ list }: ListCall): Pair {
  const pairs = list.map((value, index) => {
    const pair: List = [index, value];
    setElementMarks(pair, [items(list), at(list, index)]);
    return pair;
  });
  return { v: pairs.values(), o: undefined };
}

function text({ list, given, marks }: ListCall): Pair {
  return {
    v: list.join(given[0] === undefined ? undefined : textOf(given[0])),
    o: joined(list, ...marksOf(list), ...marks),
  };
}

/** Methods that give a list's items in another form. */
export const copies: readonly (readonly [string, ListMethod])[] = [
  ["slice", slice],
  ["concat", concat],
  ["flat", flat],
  ["entries", entries],
  ["join", text],
];
