import type { Field } from "../../terms/field.ts";
import { reachable } from "./heap.ts";
import { counting } from "./own-parts.ts";
import { fieldsOf, join, joinAll, nothing, type Value, valueOf } from "./value.ts";

/** What arithmetic gives: a number of items that is scaled by the snippet's own number is no longer one. */
export function calculate(...values: readonly Value[]): Value {
  const worked = workOut(...values);
  const isScaled = values.some(({ constants }) =>
    [...constants].some((one) => /^-?\d/.test(one) && !counting.has(one)),
  );
  if (!isScaled || worked.counted.size === 0) return worked;
  return { ...worked, inputs: worked.counted, counted: nothing.counted };
}

/** What is worked out from several values: by an operator, a template, a method of texts. */
export function workOut(...values: readonly Value[]): Value {
  const all = joinAll(values);
  const deep = new Set<Field>();
  let { unknown } = all;
  if (all.objects.size > 0) {
    const inside = reachable(valueOf({ objects: all.objects }));
    for (const field of inside.fields) deep.add(field);
    unknown ??= inside.unknown;
  }
  const onlyCounts = all.places.size === 0 && all.inputs.size === 0 && deep.size === 0;
  return valueOf({
    inputs: onlyCounts ? new Set() : new Set([...all.places, ...all.inputs, ...all.counted, ...deep]),
    counted: onlyCounts ? all.counted : new Set(),
    control: all.control,
    parameters: all.parameters,
    literal: onlyCounts && all.counted.size === 0,
    worked: true,
    unknown,
  });
}

/** What a comparison gives: own objects are compared by identity, so that what they hold does not matter. */
export function compare(...values: readonly Value[]): Value {
  return workOut(...values.map((one) => (one.objects.size === 0 ? one : { ...one, objects: nothing.objects })));
}

/** A number or presence of items that these fields decide. */
export function countOf(...fields: readonly Iterable<Field>[]): Value {
  return valueOf({ counted: new Set(fields.flatMap((one) => [...one])), worked: true });
}

/** One of two, picked by a condition. */
export function pick(condition: Value, ...outcomes: readonly Value[]): Value {
  const all = joinAll(outcomes);
  const control = new Set([...all.control, ...fieldsOf(condition)]);
  return join({ ...all, control }, valueOf({ unknown: condition.unknown }));
}
