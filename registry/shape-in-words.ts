import { resolveShape } from "./shape-path.ts";
import type { Shape } from "./shape.ts";

/** Values of an enum that are named one by one. */
const namedValues = 12;

/** A value's type with everything that limits it, on one line: `integer from 1 to 200`, `ACTIVE or INACTIVE`. */
export function shapeInWords(shape: Shape): string {
  const resolved = resolveShape(shape);
  switch (resolved.kind) {
    case "string":
      return textInWords(resolved);
    case "number":
      return numberInWords(resolved);
    case "array":
      return `list of ${shapeInWords(resolved.items)}`;
    case "union":
      return [...new Set(resolved.of.map(shapeInWords))].join(" or ");
    case "boolean":
      return "true or false";
    case "object":
    case "named":
      return "object";
    case "unknown":
      return "anything";
  }
}

function textInWords({ values, format, pattern }: Shape & { readonly kind: "string" }): string {
  if (values !== undefined && values.length > 0) {
    const left = values.length - namedValues;
    return left > 0 ? `${values.slice(0, namedValues).join(" or ")} or one of ${left} more` : values.join(" or ");
  }
  if (pattern !== undefined) return `text like ${pattern}`;
  return format === undefined ? "text" : `text (${format})`;
}

function numberInWords({ integer, minimum, maximum }: Shape & { readonly kind: "number" }): string {
  const from = minimum === undefined ? "" : ` from ${minimum}`;
  const to = maximum === undefined ? "" : ` to ${maximum}`;
  return `${integer === true ? "integer" : "number"}${from}${to}`;
}
