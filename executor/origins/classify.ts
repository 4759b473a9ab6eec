import type { Field } from "../../terms/field.ts";
import type { Origin } from "../../terms/origin.ts";
import { reachable } from "./heap.ts";
import type { Value } from "./value.ts";
import { join, joinAll, valueOf } from "./value.ts";

function sorted(...fields: readonly Iterable<Field>[]): readonly Field[] {
  return [...new Set(fields.flatMap((one) => [...one]))].toSorted();
}

function isBare({ places, inputs, parameters, literal, unknown }: Value): boolean {
  return places.size === 0 && inputs.size === 0 && parameters.size === 0 && !literal && unknown === undefined;
}

/** A cell that is a list of texts, as what its texts may be, chosen by what decides which there are. */
export function flattened(value: Value): Value {
  const lists = [...value.objects].filter((one) => one.kind !== "object");
  if (lists.length === 0) return value;
  const items = joinAll(lists.flatMap((one) => [one.element, ...one.properties.values()]));
  const control = new Set(lists.flatMap((one) => [...one.selection]));
  const texts = isBare(items) ? valueOf({ literal: true }) : items;
  const rest = { ...value, objects: new Set([...value.objects].filter((one) => one.kind === "object")) };
  return join(rest, join(texts, valueOf({ control })));
}

function unknownOf(value: Value, why: string): Origin {
  return { kind: "unknown", why, line: 1, seen: sorted(reachable(value).fields) };
}

function fromResponses({ places, inputs, counted, control, parameters, literal }: Value): Origin | undefined {
  const chosenBy = sorted(control);
  if (inputs.size > 0 || (places.size > 0 && counted.size > 0))
    return { kind: "computed", fields: sorted(places, inputs, counted), chosenBy };
  if (places.size > 0)
    return { kind: "direct", fields: sorted(places), orLiteral: literal || parameters.size > 0, chosenBy };
  return counted.size > 0 ? { kind: "count", fields: sorted(counted), chosenBy } : undefined;
}

/** What a column's cells stand among. */
interface Surroundings {
  /** What decides which rows there are. */
  readonly selection: ReadonlySet<Field>;
  /** Okta's own words that the snippet gave to reads, as JSON, by parameter. */
  readonly askedFor: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Literals and input, as far as a condition picks between them. */
function fromSnippet(value: Value, { selection, askedFor }: Surroundings): Origin {
  const { control, parameters, literal, constants, worked } = value;
  if (control.size > 0)
    return worked
      ? { kind: "count", fields: sorted(control), chosenBy: [] }
      : { kind: "chosen", chosenBy: sorted(control) };
  if (parameters.size > 0) return { kind: "parameter", names: [...parameters].toSorted() };
  // Rows that are put in under conditions: which of the texts stands there is what decided on the row.
  if (constants.size > 1 && selection.size > 0) return { kind: "chosen", chosenBy: sorted(selection) };
  if (!literal) return unknownOf(value, "nothing is known of its values");
  const askedAs = [...askedFor].filter(([, given]) => constants.size > 1 && constants.isSubsetOf(given));
  return askedAs.length === 0 ? { kind: "literal" } : { kind: "literal", askedAs: askedAs.map(([name]) => name) };
}

/** The origin of a column from what its cells may be. */
export function classify(cell: Value, surroundings: Surroundings): Origin {
  const value = flattened(cell);
  if (value.unknown !== undefined) return { kind: "unknown", ...value.unknown, seen: sorted(reachable(cell).fields) };
  if (value.objects.size > 0 || value.functions.size > 0) return unknownOf(cell, "an object stands in a cell");
  return fromResponses(value) ?? fromSnippet(value, surroundings);
}
