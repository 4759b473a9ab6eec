import { stringifyJson } from "./primordials.ts";

function quote(value: string | number | boolean): string {
  if (typeof value === "string") return stringifyJson(value) ?? "";
  if (typeof value === "boolean" || Number.isFinite(value)) return `${value}`;
  throw new TypeError("A value in filter`…` must be a text, a finite number, true or false.");
}

/** Text for a `search` or `filter` parameter, its values quoted safely. */
export function filter(text: TemplateStringsArray, ...values: readonly (string | number | boolean)[]): string {
  let result = text[0] ?? "";
  for (const [index, value] of values.entries()) {
    if (result.endsWith('"')) {
      throw new TypeError('filter`…` puts the quotes itself. Write eq ${value}, not eq "${value}".');
    }
    result += quote(value) + (text[index + 1] ?? "");
  }
  return result;
}
