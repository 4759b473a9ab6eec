import type ts from "typescript";
import type { Machine } from "./machine.ts";
import { type Value, valueOf } from "./value.ts";

/** The names of a response object's fields as values, as `Object.entries` gives them: known where Okta's type fixes them. */
export function namesOfResponse(machine: Machine, place: `${string} ${string}`): Value {
  const names = machine.responses.names(place) ?? [];
  return valueOf({
    counted: new Set([place]),
    worked: true,
    constants: new Set(names.map((name) => JSON.stringify(name))),
  });
}

/** Writes down that a field was asked for by its name among the names of a response that has no such field. */
export function noteMissingKey(machine: Machine, names: Value, key: Value, at: ts.Node): void {
  const name = fixedText(key);
  if (name === undefined || !areNames(names) || names.constants.has(JSON.stringify(name))) return;
  for (const place of names.counted) machine.responses.property(place, name, at);
}

/** Nothing but names of fields: what may also be another text says nothing about what the response lacks. */
function areNames({ constants, counted, literal, places, inputs, parameters }: Value): boolean {
  return constants.size > 0 && counted.size > 0 && !literal && places.size + inputs.size + parameters.size === 0;
}

function fixedText({ constants, literal, worked, counted }: Value): string | undefined {
  const [text, ...others] = constants;
  if (text === undefined || others.length > 0 || !literal || worked || counted.size > 0) return undefined;
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === "string" ? parsed : undefined;
}
