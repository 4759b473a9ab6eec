import { Failure } from "../../terms/failure.ts";
import type { ParameterValue, ParameterValues } from "../../terms/snippet.ts";

function unusable(name: string, found: string, help: string): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: `--param ${name}`, expected: help },
    { found, why: "A parameter that is guessed at would change the question, so nothing was run.", help },
  );
}

function asNumber(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value)) return value;
  throw unusable(
    name,
    `The parameter ${name} is a number, but was given as text.`,
    `Write --param ${name}=30, for example.`,
  );
}

function asTruth(name: string, text: string): boolean {
  if (text === "true" || text === "false") return text === "true";
  throw unusable(
    name,
    `The parameter ${name} is true or false.`,
    `Write --param ${name}=true or --param ${name}=false.`,
  );
}

function valueLike(name: string, fallback: ParameterValue, text: string): ParameterValue {
  if (typeof fallback === "number") return asNumber(name, text);
  if (typeof fallback === "boolean") return asTruth(name, text);
  if (!Array.isArray(fallback)) return text;
  const parts = text.split(",").map((part) => part.trim());
  return fallback.some((one) => typeof one === "number") ? parts.map((part) => asNumber(name, part)) : parts;
}

/**
 * The snippet's parameters with what the operator gave instead of the defaults, each in the type of its default. `tables` are those
 * that take a file, which is read elsewhere.
 * Throws `config/invalid` for a name that the snippet does not have, or a value of another type.
 */
export function applyParameters(
  defaults: ParameterValues,
  given: Readonly<Record<string, string>>,
  tables: readonly string[] = [],
): ParameterValues {
  const names = [...Object.keys(defaults), ...tables];
  const values = { ...defaults };
  for (const [name, text] of Object.entries(given)) {
    if (tables.includes(name)) continue;
    const fallback = Object.hasOwn(defaults, name) ? defaults[name] : undefined;
    if (fallback === undefined) {
      const known = names.length === 0 ? "It has none." : `It has ${names.join(", ")}.`;
      throw unusable(name, `The snippet has no parameter ${name}.`, known);
    }
    values[name] = valueLike(name, fallback, text);
  }
  return values;
}
