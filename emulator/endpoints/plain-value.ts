import { findShape } from "../../registry/catalogue.ts";
import type { Shape } from "../../registry/shape.ts";
import type { Json } from "../org/json.ts";

/** Shapes may hold themselves: what stands deeper than this is left out. */
const deepest = 6;

type ObjectShape = Extract<Shape, { readonly kind: "object" }>;

function plainObject(shape: ObjectShape, depth: number): Json {
  return Object.fromEntries(
    Object.entries(shape.properties)
      .filter(([, property]) => property.whenExpanded === undefined && property.secret !== true)
      .map(([name, property]) => [name, plainValue(property.shape, depth + 1)]),
  );
}

function plainText(shape: Extract<Shape, { readonly kind: "string" }>): string {
  return shape.values?.[0] ?? (shape.format === "date-time" ? "2020-01-01T00:00:00.000Z" : "");
}

/** The plainest value of a shape: what an org shows that never set the thing. `depth`: how far inside it stands. */
export function plainValue(shape: Shape | undefined, depth = 0): Json {
  return shape === undefined || shape.nullable === true || depth > deepest ? null : valueOf(shape, depth);
}

function valueOf(shape: Shape, depth: number): Json {
  switch (shape.kind) {
    case "string":
      return plainText(shape);
    case "number":
      return shape.minimum ?? 0;
    case "boolean":
      return false;
    case "array":
      return [];
    case "object":
      return plainObject(shape, depth);
    case "named":
      return plainValue(findShape(shape.name), depth + 1);
    case "union":
      return plainValue(shape.of[0], depth + 1);
    case "unknown":
      return null;
  }
}
