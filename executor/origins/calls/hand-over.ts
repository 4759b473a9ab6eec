import type { Machine } from "../machine.ts";
import type { HeapObject, Value } from "../value.ts";

/** Writes down which functions of the snippet are given, by themselves or in lists and objects, to what is not followed. */
export function handOver({ noted }: Machine, given: readonly Value[]): void {
  const seen = new Set<HeapObject>();
  const visit = ({ functions, objects }: Value): void => {
    for (const one of functions) if (one.kind === "own") noted.handedOver.add(one.node);
    for (const object of objects) {
      if (seen.has(object)) continue;
      seen.add(object);
      for (const held of [object.element, ...object.properties.values()]) visit(held);
      for (const { from } of object.spread) visit(from);
    }
  };
  for (const value of given) visit(value);
}
