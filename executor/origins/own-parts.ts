import { contentsOf } from "./heap.ts";
import { type HeapObject, join, nothing, type OwnPart, type Value } from "./value.ts";

/** Numbers that leave a number of items what it is, when it is counted on with them. */
export const counting: ReadonlySet<string> = new Set(["0", "1", "-1"]);

/** How the snippet's own numbers go into what is worked out. */
export type NumberWay = "in" | "plus" | "minus" | "times" | "over" | "least" | "most" | "with";

/** A value with what stands in the objects that it holds, names of properties too. */
function within(value: Value, seen: Set<HeapObject> = new Set()): Value {
  let all = value;
  for (const object of value.objects) {
    if (seen.has(object)) continue;
    seen.add(object);
    const names = object.kind === "object" ? [...object.properties.keys()].map((name) => JSON.stringify(name)) : [];
    all = join(all, join(within(contentsOf(object), seen), { ...nothing, constants: new Set(names) }));
  }
  return all;
}

/**
 * The parts that a value brings into another. An absent value is left out, which nobody chose to write; so are the numbers
 * that a counter begins with and goes on by.
 */
function partsOf(value: Value, way: NumberWay): readonly OwnPart[] {
  const { constants, ownParts, worked } = within(value);
  const added = [...constants].flatMap((one): readonly OwnPart[] => {
    if (one === "null" || one === '""' || (worked && counting.has(one))) return [];
    return [/^-?\d/.test(one) ? `${way} ${one}` : `in ${one}`];
  });
  return [...ownParts, ...added];
}

function withParts(value: Value, parts: readonly OwnPart[]): Value {
  return parts.length === 0 ? value : { ...value, ownParts: new Set([...value.ownParts, ...parts]) };
}

/** What was worked out, with the own parts of those operands whose texts and numbers stand in it. */
export function putIn(result: Value, operands: readonly Value[], way: NumberWay = "in"): Value {
  return withParts(
    result,
    operands.flatMap((one) => partsOf(one, way === "in" || isOwn(one) ? way : "with")),
  );
}

/** What was worked out of a text, with the snippet's own texts that were looked for in order to be replaced. */
export function takeOut(result: Value, { constants }: Value): Value {
  const texts = [...constants].filter((one) => one.startsWith('"') && one !== '""');
  return withParts(
    result,
    texts.map((one): OwnPart => `out ${one}`),
  );
}

/** A value that a count may begin from: what is worked out of it is not the count alone, where that is 1 and not 0. */
export function asStart(value: Value): Value {
  const begins = [...value.constants].filter((one) => one === "1" || one === "-1");
  return withParts(
    value,
    begins.map((one): OwnPart => `with ${one}`),
  );
}

/** A value in which nothing of Okta's and no input was seen so far. */
function isOwn({ places, inputs, counted, parameters }: Value): boolean {
  return places.size + inputs.size + counted.size + parameters.size === 0;
}

const neutral: Readonly<Partial<Record<NumberWay, string>>> = { plus: "0", minus: "0", times: "1", over: "1" };

/** What arithmetic gave, with the own part of one operand beside another. */
export function reckonIn(
  result: Value,
  operand: Value,
  other: Value,
  { way, isStep }: { readonly way: NumberWay; readonly isStep: boolean },
): Value {
  // A counter goes on by 1: what it counts is said by what chose the steps.
  const isSilent = (one: string): boolean => one === neutral[way] || (isStep && isOwn(other) && counting.has(one));
  const constants = new Set([...operand.constants].filter((one) => !isSilent(one)));
  return putIn(result, [{ ...operand, constants }], way);
}
