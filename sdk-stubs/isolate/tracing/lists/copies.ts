import type { Pair } from "../calls.ts";
import { derive, setElementMarks } from "../marks.ts";
import { setPropertyMark } from "../properties.ts";
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
  const depth = given[0] === undefined ? 1 : Math.trunc(Number(given[0])) || 0;
  const areFlat = depth < 1 || list.every((one) => !Array.isArray(one));
  return areFlat ? slice({ list, given: [], marks: [] }) : flatFurther(flatOnce(list), depth - 1);
}

function flatFurther(once: List, depth: number): Pair {
  return depth < 1 ? { v: once, o: undefined } : flat({ list: once, given: [depth], marks: [] });
}

function flatOnce(list: List): List {
  const marks: Mark[] = [];
  for (const [index, one] of list.entries()) {
    const inner: List | undefined = Array.isArray(one) ? one : undefined;
    marks.push(...(inner === undefined ? [at(list, index)] : marksOf(inner)));
  }
  const flattened = list.flat();
  made(flattened, marks, list, ...list);
  return flattened;
}

function entries({ list }: ListCall): Pair {
  const pairs = list.map((value, index) => {
    const pair: List = [index, value];
    setElementMarks(pair, [items(list), at(list, index)]);
    return pair;
  });
  return { v: derive(pairs, list), o: undefined };
}

function text({ list, given, marks }: ListCall): Pair {
  return {
    v: list.join(given[0] === undefined ? undefined : textOf(given[0])),
    o: joined(list, ...marksOf(list), ...marks),
  };
}

// An iterator is a list here, so that its items keep their marks: of the snippet's values nothing tells the two apart.
function part(from: (count: number) => readonly [number, number | undefined]): ListMethod {
  return ({ list, given }) => slice({ list, given: from(Math.trunc(Number(given[0]))), marks: [] });
}

function positions({ list }: ListCall): Pair {
  return made(
    list.map((_one, index) => index),
    list.map(() => items(list)),
    list,
  );
}

function next({ list }: ListCall): Pair {
  const marks = hasMarks(list) ? marksOf(list) : undefined;
  const [value, mark] = [list[0], marks?.[0]];
  const result = { value, done: list.length === 0 };
  setPropertyMark(result, "value", mark);
  setPropertyMark(result, "done", items(list));
  // What is left of it: the next one is asked for at the front.
  list.splice(0, 1);
  setElementMarks(list, marks?.slice(1));
  return { v: result, o: undefined };
}

/** Methods that give a list's items in another form. */
export const copies: readonly (readonly [string, ListMethod])[] = [
  ["slice", slice],
  ["concat", concat],
  ["flat", flat],
  ["entries", entries],
  ["join", text],
  ["values", part(() => [0, undefined])],
  ["toArray", part(() => [0, undefined])],
  ["take", part((count) => [0, count])],
  ["drop", part((count) => [count, undefined])],
  ["keys", positions],
  ["next", next],
];
