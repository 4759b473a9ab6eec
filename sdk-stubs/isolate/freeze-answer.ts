import { freeze, isList, valuesOf } from "./primordials.ts";
import { tracingHooks } from "./tracing-hooks.ts";

/** Makes one object of ours unchangeable before a snippet has it. Not in a traced replay: there marks are written beside values. */
export function freezeGiven<T extends object>(given: T): Readonly<T> {
  return tracingHooks() === undefined ? freeze(given) : given;
}

/**
 * Makes an answer of Okta, with all that it holds, unchangeable: the compiler lets a snippet take a value whose fields are read-only
 * for one whose fields are not, and what it then wrote there would stand in the rows as Okta's. Not in a traced replay, which counts
 * only where a plain run gave the same rows.
 */
export function freezeAnswer<T>(answer: T): T {
  if (tracingHooks() === undefined) freezeWithin(answer);
  return answer;
}

function freezeWithin(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  const parts = isList(value) ? value : valuesOf(value);
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    // Most parts are texts: asked here, since a call for each takes longer than the rest.
    if (typeof part === "object" && part !== null) freezeWithin(part);
  }
  freeze(value);
}
