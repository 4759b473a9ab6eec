import type { Machine } from "./machine.ts";
import type { Value } from "./value.ts";

/** No snippet that somebody can read hands a value on through more. */
const MOST_ROUNDS = 200;

function factsIn(value: Value): number {
  const { places, inputs, counted, control, parameters, constants, ownParts, objects, functions } = value;
  let size =
    Number(value.literal) + Number(value.worked) + Number(value.notKnown) + Number(value.unknown !== undefined);
  for (const facts of [places, inputs, counted, control, parameters, constants, ownParts, objects, functions])
    size += facts.size;
  return size;
}

/** How much is known of everything that the snippet made. It only ever grows. */
function knownOf({ heap }: Machine): number {
  let size = 0;
  for (const { element, keys, selection, properties } of heap.list()) {
    size += factsIn(element) + factsIn(keys) + selection.size + properties.size;
    for (const value of properties.values()) size += factsIn(value);
  }
  return size;
}

/**
 * Reads what repeats: as often as a value can take to move on by variables, and as often again for as long as lists, maps and
 * objects still come to hold something new, since each of them can hand a value on by a round too. Throws a RangeError where that does
 * not end: what is not followed to its end is refused as too costly.
 */
export function repeat(machine: Machine, least: number, round: () => void): void {
  let known = knownOf(machine);
  let quiet = 0;
  for (let count = 0; quiet < least; count += 1) {
    if (count >= least + MOST_ROUNDS) throw new RangeError("What the snippet fills comes to no end.");
    round();
    const now = knownOf(machine);
    quiet = now > known ? 0 : quiet + 1;
    known = now;
  }
}
