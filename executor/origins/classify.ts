import type { Field } from "../../terms/field.ts";
import type { Origin } from "../../terms/origin.ts";
import { reachable } from "./heap.ts";
import type { Value } from "./value.ts";
import { join, joinAll, valueOf } from "./value.ts";

function sorted(...fields: readonly Iterable<Field>[]): readonly Field[] {
  return [...new Set(fields.flatMap((one) => [...one]))].toSorted();
}

/** A cell that is a list of texts, as what its texts may be, chosen by what decides which there are. */
function flattened(value: Value): Value {
  const lists = [...value.objects].filter((one) => one.kind !== "object");
  if (lists.length === 0) return value;
  const items = joinAll(lists.flatMap((one) => [one.element, ...one.properties.values()]));
  const control = new Set(lists.flatMap((one) => [...one.selection]));
  const onlyEmpty = items.places.size === 0 && items.inputs.size === 0 && items.unknown === undefined && !items.literal;
  const empty = onlyEmpty ? valueOf({ literal: true }) : items;
  return join(
    { ...value, objects: new Set([...value.objects].filter((one) => one.kind === "object")) },
    join(empty, valueOf({ control })),
  );
}

/** The origin of a column from what its cells may be. `selection`: what decides which rows there are. */
export function classify(cell: Value, selection: ReadonlySet<Field>): Origin {
  const value = flattened(cell);
  const { places, inputs, counted, control, parameters, literal, constants, worked, unknown } = value;
  const chosenBy = sorted(control);
  if (unknown !== undefined) return { kind: "unknown", ...unknown, seen: sorted(reachable(cell).fields) };
  if (value.objects.size > 0 || value.functions.size > 0)
    return { kind: "unknown", why: "an object in a cell", line: 1, seen: sorted(reachable(cell).fields) };
  if (inputs.size > 0 || (places.size > 0 && counted.size > 0))
    return { kind: "computed", fields: sorted(places, inputs, counted), chosenBy };
  if (places.size > 0)
    return { kind: "direct", fields: sorted(places), orLiteral: literal || parameters.size > 0, chosenBy };
  if (counted.size > 0) return { kind: "count", fields: sorted(counted), chosenBy };
  if (control.size > 0 && worked) return { kind: "count", fields: chosenBy, chosenBy: [] };
  if (control.size > 0) return { kind: "chosen", chosenBy };
  if (parameters.size > 0) return { kind: "parameter", names: [...parameters].toSorted() };
  if (constants.size > 1 && selection.size > 0) return { kind: "chosen", chosenBy: sorted(selection) };
  if (literal) return { kind: "literal" };
  return { kind: "unknown", why: "nothing is known of its values", line: 1, seen: [] };
}
