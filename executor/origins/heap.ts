import type { Field } from "../../terms/field.ts";
import { fieldsOf, type HeapObject, join, nothing, type Unfollowed, type Value } from "./value.ts";

/** All objects that the snippet makes, found again by place in the text and call path, so that loops come to an end. */
export interface Heap {
  /** The object of that place, made when it is first met; each time it counts as born now. */
  place(kind: HeapObject["kind"], key: string, born: number): HeapObject;
  /** All that were made. */
  list(): Iterable<HeapObject>;
}

/** An empty heap. */
export function createHeap(): Heap {
  const objects = new Map<string, HeapObject>();
  return {
    place(kind, key, born) {
      const id = `${kind} ${key}`;
      const known = objects.get(id);
      if (known !== undefined) {
        known.born = born;
        return known;
      }
      const object = createObject(kind, born);
      objects.set(id, object);
      return object;
    },
    list: () => objects.values(),
  };
}

function createObject(kind: HeapObject["kind"], born: number): HeapObject {
  return { kind, properties: new Map(), spread: [], element: nothing, keys: nothing, selection: new Set(), born };
}

/** Adds to what a property may be. */
export function joinProperty(object: HeapObject, name: string, value: Value): void {
  object.properties.set(name, join(object.properties.get(name) ?? nothing, value));
}

/** Adds to what the items may be. */
export function joinElement(object: HeapObject, value: Value): void {
  object.element = join(object.element, value);
}

/** Adds to what decides which items there are. */
export function select(object: HeapObject, fields: Iterable<Field>): void {
  for (const field of fields) object.selection.add(field);
}

/** A list whose positions no longer hold what they held: every position may be any item. */
export function forgetPositions(object: HeapObject): void {
  for (const value of object.properties.values()) joinElement(object, value);
  object.properties.clear();
}

/** Everything that an object holds as one value: properties, items, keys. */
export function contentsOf(object: HeapObject): Value {
  let all = join(object.element, object.keys);
  for (const value of object.properties.values()) all = join(all, value);
  for (const { from } of object.spread) all = join(all, from);
  return all;
}

/** Everything that can be reached from a value through objects that the snippet made. */
export function reachable(value: Value): {
  readonly fields: ReadonlySet<Field>;
  readonly unknown: Unfollowed | undefined;
} {
  const fields = new Set<Field>();
  const seen = new Set<HeapObject>();
  let unknown: Unfollowed | undefined;
  const visit = (one: Value): void => {
    for (const field of fieldsOf(one)) fields.add(field);
    unknown ??= one.unknown;
    for (const object of one.objects) {
      if (seen.has(object)) continue;
      seen.add(object);
      for (const field of object.selection) fields.add(field);
      visit(contentsOf(object));
    }
  };
  visit(value);
  return { fields, unknown };
}
