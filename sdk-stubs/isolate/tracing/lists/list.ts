import { call, type Pair } from "../calls.ts";
import { removeTag, setElementMarks } from "../marks.ts";
import type { Mark } from "../origin.ts";
import { changes } from "./changes.ts";
import { copies } from "./copies.ts";
import type { ListMethod } from "./list-call.ts";
import { orders } from "./orders.ts";
import { searches } from "./searches.ts";
import { walks } from "./walks.ts";

const methods: ReadonlyMap<string, ListMethod> = new Map([...walks, ...searches, ...orders, ...changes, ...copies]);

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
