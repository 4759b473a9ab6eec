import type ts from "typescript";
import { join, joinAll, nothing, type HeapObject, type Value } from "./value.ts";

/** Why a value is unknown that such a function gives. */
export const selfCall = "a function that calls itself";

/** What to write in its place. */
export const asLoop =
  "Write it as a loop in place of a function that calls itself: const queue = [first]; while (queue.length > 0) { const one = queue.shift(); … }.";

/** A function of the snippet that is being read, with what it was given. */
export interface Frame {
  readonly node: ts.Node;
  readonly given: readonly Value[];
}

/** What a value and all that it holds may be. */
function leavesOf(value: Value, seen: Set<HeapObject> = new Set()): Value {
  const fresh = [...value.objects].filter((one) => !seen.has(one));
  for (const one of fresh) seen.add(one);
  const held = fresh.flatMap((one) => [
    one.element,
    one.keys,
    ...one.properties.values(),
    ...one.spread.map(({ from }) => from),
  ]);
  return joinAll([{ ...value, objects: nothing.objects }, ...held.map((one) => leavesOf(one, seen))]);
}

function measureKnown({ places, inputs, counted, parameters, constants, functions, literal, worked }: Value): string {
  return [places, inputs, counted, parameters, constants, functions].map((one) => one.size).join() + literal + worked;
}

/**
 * Whether a call says nothing that the calls around it of the same function did not say: then what it does was seen. Where each
 * call is given something else, or variables hand their values on from call to call for longer, what it does deeper down was not.
 */
export function isSeen(frames: readonly Frame[], { node, given }: Frame, rounds: number): boolean {
  const around = frames.filter((one) => one.node === node);
  if (around.length < rounds) return false;
  return given.every((value, position) => {
    const known = leavesOf(joinAll(around.map((one) => one.given[position] ?? nothing)));
    return measureKnown(join(known, leavesOf(value))) === measureKnown(known);
  });
}
