import { call, callAs, callBack, compare, leftBehind, type Pair } from "./calls.ts";
import { derive, elementMarks, removeTag, setElementMarks, sourcesOf, tagOf, wholeMark } from "./marks.ts";
import { mix, type Mark } from "./origin.ts";
import { at, items } from "./read.ts";

type List = unknown[];

/** One call of a method of a list: the list, the arguments and their marks. */
interface ListCall {
  readonly list: List;
  readonly given: readonly unknown[];
  readonly marks: readonly Mark[];
  /** What a callback is handed where the items have no marks: its index is a position in the list. Made when first asked for. */
  handed?: readonly Mark[];
}

type ListMethod = (call: ListCall) => Pair;

function marksOf(list: List): Mark[] {
  return list.map((_item, index) => at(list, index));
}

function hasMarks(list: List): boolean {
  return tagOf(list) !== undefined || elementMarks(list) !== undefined || wholeMark(list) !== undefined;
}

function made(list: List, marks: Mark[] | undefined, ...from: readonly unknown[]): Pair {
  if (marks !== undefined) setElementMarks(list, marks);
  return { v: derive(list, ...from), o: undefined };
}

function ask(one: ListCall, index: number): unknown {
  const { list, given } = one;
  const marks = hasMarks(list) ? [at(list, index), items(list)] : (one.handed ??= [undefined, items(list)]);
  if (given.length > 1) return callAs(given[0], given[1], [list[index], index, list], marks);
  return callBack(given[0], marks, list[index], index, list);
}

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

function forEach(one: ListCall): Pair {
  for (let index = 0; index < one.list.length; index += 1) ask(one, index);
  return { v: undefined, o: undefined };
}

function reduce(fromRight: boolean): ListMethod {
  return ({ list, given, marks }) => {
    const order = list.map((_item, index) => (fromRight ? list.length - 1 - index : index));
    let total: Pair | undefined = given.length > 1 ? { v: given[1], o: marks[1] } : undefined;
    for (const index of order) {
      if (total === undefined) total = { v: list[index], o: at(list, index) };
      else
        total = call(given[0], undefined, [total.v, list[index], index, list], [total.o, at(list, index), items(list)]);
    }
    if (total === undefined) throw new TypeError("Reduce of empty array with no initial value");
    return total;
  };
}

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

// Texts and numbers are sorted and joined; the language reads everything else as a text too.
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return `${value}`;
  return value === null || value === undefined ? `${value}` : Object.prototype.toString.call(value);
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
    const before = list.slice();
    const value = change(list, marks, one);
    removeTag(list);
    setElementMarks(list, marks);
    const index = before.indexOf(value);
    return { v: value, o: index === -1 ? undefined : at(before, index) };
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

function includes(name: "includes" | "indexOf" | "lastIndexOf"): ListMethod {
  return ({ list, given }) => {
    const [value] = given;
    const found =
      name === "includes" ? list.includes(value) : name === "indexOf" ? list.indexOf(value) : list.lastIndexOf(value);
    return { v: found, o: items(list) };
  };
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

function item({ list, given }: ListCall): Pair {
  const index = Math.trunc(Number(given[0])) || 0;
  const position = index < 0 ? list.length + index : index;
  return { v: list.at(index), o: at(list, position) };
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
  return { v: list.join(given[0] === undefined ? undefined : textOf(given[0])), o: mix(...marksOf(list), ...marks) };
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

const methods: ReadonlyMap<string, ListMethod> = new Map<string, ListMethod>([
  ["map", map],
  ["filter", filter],
  ["flatMap", flatMap],
  ["find", find(false, "item")],
  ["findLast", find(true, "item")],
  ["findIndex", find(false, "index")],
  ["findLastIndex", find(true, "index")],
  ["some", test(true)],
  ["every", test(false)],
  ["forEach", forEach],
  ["reduce", reduce(false)],
  ["reduceRight", reduce(true)],
  ["sort", (one) => sort(one, one.list)],
  ["toSorted", (one) => sort(one, [])],
  ["reverse", (one) => reverse(one, one.list)],
  ["toReversed", (one) => reverse(one, [])],
  ["slice", slice],
  ["concat", concat],
  ["push", push],
  ["unshift", moveItems(unshift)],
  ["fill", moveItems(fillItems)],
  ["pop", takeOne("pop")],
  ["shift", takeOne("shift")],
  ["splice", splice],
  ["includes", includes("includes")],
  ["indexOf", includes("indexOf")],
  ["lastIndexOf", includes("lastIndexOf")],
  ["flat", flat],
  ["at", item],
  ["entries", entries],
  ["join", text],
]);

/** Calls a method of a list as the language does, and carries the marks of its items. What is not known here is done without. */
export function list(target: unknown, name: string, given: readonly unknown[], marks: readonly Mark[]): Pair {
  const known = Array.isArray(target) ? methods.get(name) : undefined;
  if (known !== undefined && Array.isArray(target)) return known({ list: target, given, marks });
  return native(target, name, given);
}

/** Calls a method of anything as the language does; what comes out has no mark, and the items of a list lose theirs. */
export function native(target: unknown, name: string, given: readonly unknown[]): Pair {
  if (target === undefined || target === null)
    throw new TypeError(`Cannot read properties of ${String(target)} (reading '${name}')`);
  const method: unknown = Reflect.get(Object(target), name);
  const result = call(method, target, given, []);
  if (Array.isArray(target)) {
    setElementMarks(target, undefined);
    removeTag(target);
  }
  return result;
}

/** A list as the snippet's text writes it, with the mark of each item. */
export function array(values: List, ...marks: Mark[]): List {
  setElementMarks(values, marks);
  return values;
}

/** A list from parts: single items with their marks, and lists that are spread into it. */
export function arrayOfParts(parts: readonly (readonly [unknown, Mark] | readonly [Iterable<unknown>])[]): List {
  const values: List = [];
  const marks: Mark[] = [];
  const from: unknown[] = [];
  for (const part of parts) {
    if (part.length === 2) {
      marks[values.length] = part[1];
      values.push(part[0]);
      continue;
    }
    from.push(part[0]);
    for (const pair of pairs(part[0])) {
      marks[values.length] = pair.o;
      values.push(pair.v);
    }
  }
  setElementMarks(values, marks);
  return derive(values, ...from);
}

/** The items of a list, Set, Map or iterator with their marks. */
export function* pairs(source: unknown): Generator<Pair, void, undefined> {
  if (Array.isArray(source)) {
    for (let index = 0; index < source.length; index += 1) yield { v: source[index], o: at(source, index) };
    return;
  }
  const inner = collectionPairs.get(source instanceof Map ? "map" : source instanceof Set ? "set" : "");
  if (inner !== undefined) {
    yield* inner(source);
    return;
  }
  const whole = wholeMark(source);
  if (isIterable(source)) for (const value of source) yield { v: value, o: whole };
  else throw new TypeError(`${String(source)} is not iterable`);
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return value !== undefined && value !== null && typeof Reflect.get(Object(value), Symbol.iterator) === "function";
}

/** How the items of Maps and Sets are walked with their marks; filled in by the file that knows them. */
export const collectionPairs: Map<string, (source: unknown) => Iterable<Pair>> = new Map();

/** The marks of what is spread into arguments. */
export function marks(source: unknown): Mark[] {
  return Array.from(pairs(source), (one) => one.o);
}
