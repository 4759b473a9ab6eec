import { resolveShape } from "./shape-path.ts";
import type { Property, Shape } from "./shape.ts";

/** One place where a response is not as its shape says. */
export interface Mismatch {
  /** `unknown-field`: a key that the shape lacks; `missing`: a required one that is absent; `type`; `enum`: a value outside the list. */
  readonly kind: "unknown-field" | "missing" | "type" | "enum";
  /** Path in the grammar of fields, list items as `[]`: the same for every item, so that mismatches can be counted. */
  readonly path: string;
  /** What the shape says: a type, or the values of an enum. */
  readonly expected: string;
  /** What stands there: a type, or the value where it is of an enum. Never free text of the response. */
  readonly found: string;
}

/** Every place where `value` is not as `shape` says; empty where it fits. */
export function fits(shape: Shape, value: unknown): readonly Mismatch[] {
  return compare(shape, value, "");
}

/** How many scalar values stand in a response, and how many of them the shape knows nothing of. */
export function countUnknownLeaves(
  shape: Shape,
  value: unknown,
): { readonly leaves: number; readonly unknown: number } {
  let leaves = 0;
  let unknown = 0;
  const walk = (shapes: readonly Shape[], at: unknown): void => {
    const known = shapes.map(resolveShape).flatMap((one) => (one.kind === "union" ? one.of.map(resolveShape) : [one]));
    if (Array.isArray(at)) {
      for (const item of at)
        walk(
          known.flatMap((one) => (one.kind === "array" ? [one.items] : [])),
          item,
        );
      return;
    }
    if (isObject(at)) {
      for (const [key, inner] of Object.entries(at))
        walk(
          known.flatMap((one) => shapesOfKey(one, key)),
          inner,
        );
      return;
    }
    leaves += 1;
    if (known.every((one) => one.kind === "unknown")) unknown += 1;
  };
  walk([shape], value);
  return { leaves, unknown };
}

function shapesOfKey(shape: Shape, key: string): readonly Shape[] {
  if (shape.kind === "union") return shape.of.map(resolveShape).flatMap((one) => shapesOfKey(one, key));
  if (shape.kind !== "object") return [];
  const property = Object.hasOwn(shape.properties, key) ? shape.properties[key]?.shape : shape.others;
  return property === undefined ? [] : [property];
}

function compare(shape: Shape, value: unknown, path: string): readonly Mismatch[] {
  const resolved = resolveShape(shape);
  if (resolved.kind === "unknown" || (value === null && allowsNull(resolved))) return [];
  switch (resolved.kind) {
    case "string":
      return compareText(resolved, value, path);
    case "number":
    case "boolean":
      return typeof value === resolved.kind ? [] : [wrongType(resolved, value, path)];
    case "array":
      return compareArray(resolved, value, path);
    case "object":
      return compareObject(resolved, value, path);
    case "union":
      return compareUnion(resolved, value, path);
    case "named":
      return [];
  }
}

function compareArray(shape: Shape & { kind: "array" }, value: unknown, path: string): readonly Mismatch[] {
  if (!Array.isArray(value)) return [wrongType(shape, value, path)];
  return value.flatMap((item) => compare(shape.items, item, `${path}[]`));
}

function allowsNull(shape: Shape): boolean {
  if (shape.nullable === true) return true;
  return shape.kind === "union" && shape.of.some((one) => resolveShape(one).nullable === true);
}

function compareText(shape: Shape & { kind: "string" }, value: unknown, path: string): readonly Mismatch[] {
  if (typeof value !== "string") return [wrongType(shape, value, path)];
  if (shape.values === undefined || shape.values.includes(value)) return [];
  return [{ kind: "enum", path, expected: shape.values.join(" "), found: value }];
}

function compareObject(shape: Shape & { kind: "object" }, value: unknown, path: string): readonly Mismatch[] {
  if (!isObject(value)) return [wrongType(shape, value, path)];
  const at = (key: string): string => (path === "" ? key : `${path}.${key}`);
  const missing = Object.entries(shape.properties)
    .filter(([key, property]) => property.required && property.secret !== true && !Object.hasOwn(value, key))
    .map(([key, property]) => ({
      kind: "missing" as const,
      path: at(key),
      expected: typeName(property.shape),
      found: "nothing",
    }));
  const inner = Object.entries(value).flatMap(([key, item]): readonly Mismatch[] => {
    const property = Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined;
    if (property !== undefined) return compareProperty(property, item, at(key));
    // What is embedded depends on `expand`, and some of it comes unasked: no snippet can read what no type names.
    if (key === "_embedded" || path.endsWith("_embedded")) return [];
    if (shape.others !== undefined) return item === null ? [] : compare(shape.others, item, at(key));
    return [{ kind: "unknown-field", path: at(key), expected: "no such field", found: typeOf(item) }];
  });
  return [...missing, ...inner];
}

function compareProperty(property: Property, value: unknown, path: string): readonly Mismatch[] {
  // Okta may send null in place of what it may leave out.
  return value === null && !property.required ? [] : compare(property.shape, value, path);
}

function compareUnion(shape: Shape & { kind: "union" }, value: unknown, path: string): readonly Mismatch[] {
  const tag = shape.by !== undefined && isObject(value) ? value[shape.by] : undefined;
  const index = (shape.when ?? []).findIndex((when) =>
    tag === null ? when.length === 0 : when.some((one) => one === tag),
  );
  const chosen = shape.of[index];
  if (chosen !== undefined) return compare(chosen, value, path);
  const all = shape.of.map((one) => compare(one, value, path)).toSorted((a, b) => a.length - b.length);
  return all[0] ?? [];
}

function wrongType(shape: Shape, value: unknown, path: string): Mismatch {
  return { kind: "type", path, expected: typeName(shape), found: typeOf(value) };
}

function typeName(shape: Shape): string {
  const resolved = resolveShape(shape);
  return resolved.kind === "union" ? [...new Set(resolved.of.map(typeName))].join(" or ") : resolved.kind;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "nothing";
  return Array.isArray(value) ? "array" : typeof value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
