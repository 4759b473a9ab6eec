import { elementMarks, setElementMarks } from "./marks.ts";
import { type Mark } from "./origin.ts";
import { at, items } from "./read.ts";

const ours: unique symbol = Symbol("ours");

/** A value with its mark, on its way out of a call. */
export interface Pair {
  readonly v: unknown;
  readonly o: Mark;
}

/** What an asynchronous function of the snippet resolves to, until it is awaited. */
class Box implements Pair {
  readonly v: unknown;
  readonly o: Mark;

  constructor(value: unknown, mark: Mark) {
    this.v = value;
    this.o = mark;
  }
}

// Both are written and taken synchronously, in one step of the engine, so that tasks that run in turns never see each other's.
let handed: readonly Mark[] | undefined;
let returned: Pair | undefined;

type Callable = (...given: readonly unknown[]) => unknown;

interface Ours extends Callable {
  [ours]?: true;
}

function isCallable(callee: unknown): callee is Ours {
  return typeof callee === "function";
}

/** Marks a function as transformed: it takes the marks of its arguments and leaves that of its result. */
export function f(callee: Ours): Ours {
  callee[ours] = true;
  return callee;
}

/** The marks of the arguments, taken by the function that is called. */
export function take(): readonly Mark[] {
  const given = handed ?? [];
  handed = undefined;
  return given;
}

/** Leaves the mark of what a function returns. */
export function ret<T>(value: T, mark: Mark): T {
  returned = { v: value, o: mark };
  return value;
}

/** What an asynchronous function returns, with its mark. */
export function box(value: unknown, mark: Mark): unknown {
  return value instanceof Box || value instanceof Promise ? value : new Box(value, mark);
}

/** An awaited value without its boxes: a list of boxes becomes a list with marks. */
export function open(value: unknown): unknown {
  if (value instanceof Box) return value.v;
  if (!Array.isArray(value) || !value.some((one: unknown) => one instanceof Box)) return value;
  const marks: Mark[] = [...(elementMarks(value) ?? [])];
  for (let index = 0; index < value.length; index += 1) {
    const one: unknown = value[index];
    if (!(one instanceof Box)) continue;
    marks[index] = one.o;
    value[index] = one.v;
  }
  setElementMarks(value, marks);
  return value;
}

/** The mark of what was awaited. */
export function opened(value: unknown): Mark {
  return value instanceof Box ? value.o : undefined;
}

/** The mark that the callee left for the value that it gave. An object carries its own. */
export function leftBehind(value: unknown): Mark {
  if (typeof value === "object" && value !== null) return undefined;
  // Written by the callee, which the compiler cannot see.
  const left = returned;
  returned = undefined;
  return left !== undefined && Object.is(left.v, value) ? left.o : undefined;
}

function handOver(callee: unknown, marks: readonly Mark[]): Ours {
  if (!isCallable(callee)) throw new TypeError("callee is not a function");
  handed = callee[ours] === true ? marks : undefined;
  returned = undefined;
  return callee;
}

/** Calls a function with the marks of its arguments, and gives its value alone. Who wants its mark asks `leftBehind` at once. */
export function callAs(callee: unknown, self: unknown, given: readonly unknown[], marks: readonly Mark[]): unknown {
  return Reflect.apply(handOver(callee, marks), self, given);
}

/** Calls a function with the marks of its arguments. */
export function call(callee: unknown, self: unknown, given: readonly unknown[], marks: readonly Mark[]): Pair {
  const value = callAs(callee, self, given, marks);
  return { v: value, o: leftBehind(value) };
}

/** `callAs` for a callback of a list's method, without a list of arguments: it is done for every item. */
export function callBack(
  callee: unknown,
  marks: readonly Mark[],
  item: unknown,
  index: number,
  list: unknown,
): unknown {
  return handOver(callee, marks)(item, index, list);
}

/** The same for a callback that compares. */
export function compare(callee: unknown, marks: readonly Mark[], first: unknown, second: unknown): unknown {
  return handOver(callee, marks)(first, second);
}

/** A callback that is handed the mark of each item by its position, and that of the position. */
export function handing(callback: unknown, list: unknown): Callable {
  return (item, index, ...rest) => call(callback, undefined, [item, index, ...rest], [at(list, index), items(list)]).v;
}

/** A callback for `then`, which must not see boxes. */
export function opening(callback: unknown): Callable {
  return (value) => {
    const { v, o } = call(callback, undefined, [open(value)], [opened(value)]);
    return o === undefined ? v : box(v, o);
  };
}
