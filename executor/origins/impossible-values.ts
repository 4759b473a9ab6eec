import type ts from "typescript";
import type { Finding } from "../../terms/finding.ts";
import { findingPlace, type Machine } from "./machine.ts";
import type { Value } from "./value.ts";

/**
 * Writes down texts that a field is compared with although Okta names its values and they are not among them. The compiler
 * says so itself of `===` between the two; it cannot where a list, a Set or a helper's own type stands between them.
 */
export function noteImpossibleValues(machine: Machine, one: Value, texts: Value, at: ts.Node): void {
  if (!isOnlyFields(one) || !isOnlyTexts(texts)) return;
  const known = [...one.places].map((place) => machine.responses.texts(place));
  if (known.some((values) => values === undefined)) return;
  const values = known.flatMap((each) => each ?? []);
  const [field] = one.places;
  if (field === undefined || values.length === 0) return;
  for (const constant of texts.constants) {
    const text: unknown = JSON.parse(constant);
    if (typeof text === "string" && !values.includes(text))
      machine.noted.impossible.set(`${at.pos} ${text}`, { field, text, values, node: at });
  }
}

function isOnlyFields({ places, inputs, counted, parameters, literal, objects }: Value): boolean {
  return places.size > 0 && inputs.size + counted.size + parameters.size + objects.size === 0 && !literal;
}

function isOnlyTexts({ places, inputs, counted, parameters, literal, worked, objects }: Value): boolean {
  return literal && !worked && places.size + inputs.size + counted.size + parameters.size + objects.size === 0;
}

/** One finding for each such comparison. */
export function findImpossibleValues(machine: Machine): readonly Finding[] {
  return [...machine.noted.impossible.values()].map(({ field, text, values, node }) => ({
    code: "origins/no-such-value",
    ...findingPlace(machine, node),
    message: `${field} is compared with "${text}", which it never is.`,
    why: "The comparison would hold for no item, and nothing found would look like an answer.",
    help: `The values are: ${[...new Set(values)].toSorted().slice(0, 30).join(", ")}.`,
  }));
}
