import { call, type Pair } from "./calls.ts";
import { pairs } from "./lists/make-list.ts";
import { derive, entryMarks, setElementMarks, tagOf } from "./marks.ts";
import { put } from "./objects.ts";
import type { Mark } from "./origin.ts";
import { items } from "./read.ts";

interface Group {
  readonly key: Pair;
  readonly values: unknown[];
  readonly marks: Mark[];
}

/** The groups in the order in which their keys are met; the key of the first item stands for those of all. */
function groupsOf(source: unknown, callback: unknown, keyOf: (value: unknown) => unknown): Map<unknown, Group> {
  const groups = new Map<unknown, Group>();
  let index = 0;
  for (const { v, o } of pairs(source)) {
    const key = call(callback, undefined, [v, index], [o, items(source)]);
    const name = keyOf(key.v);
    const group = groups.get(name) ?? { key, values: [], marks: [] };
    groups.set(name, group);
    group.marks[group.values.length] = o;
    group.values.push(v);
    index += 1;
  }
  return groups;
}

/** The list of one group. Of items that say nothing of where they came from the list says what it was made of. */
function listOf({ values, marks }: Group, source: unknown): unknown[] {
  const areMarked = marks.some((one) => one !== undefined);
  if (areMarked) setElementMarks(values, marks);
  return areMarked || values.some((one) => tagOf(one) !== undefined) ? values : derive(values, source);
}

/** `Object.groupBy(source, callback)` with the marks of its names and items. */
export function groupBy(source: unknown, callback: unknown): object {
  const made: object = Object.create(null);
  for (const [name, group] of groupsOf(source, callback, (key) => `${String(key)}`))
    put(made, name, listOf(group, source), undefined, group.key.o);
  return made;
}

/** `Map.groupBy(source, callback)` with the marks of its keys and items. */
export function mapGroupBy(source: unknown, callback: unknown): Map<unknown, unknown> {
  const made = new Map<unknown, unknown>();
  const { keys } = entryMarks(made);
  for (const [key, group] of groupsOf(source, callback, (one) => one)) {
    made.set(key, listOf(group, source));
    if (group.key.o !== undefined) keys.set(key, group.key.o);
  }
  return made;
}
