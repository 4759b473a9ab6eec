import { findShape } from "./catalogue.ts";
import type { Operation } from "./operation.ts";
import type { Property, Shape } from "./shape.ts";

/** The shape itself, with a named one looked up (its nullability kept). */
export function resolveShape(shape: Shape): Shape {
  if (shape.kind !== "named") return shape;
  const found = findShape(shape.name);
  if (found === undefined) return { kind: "unknown" };
  const resolved = resolveShape(found);
  return shape.nullable === true ? { ...resolved, nullable: true } : resolved;
}

/**
 * The shape of one item of a list, or of the body of a single object, with everything that `expand` can bring under
 * `_embedded`. Undefined where the operation answers no body.
 */
export function itemShape(operation: Operation): Shape | undefined {
  const item = bareItemShape(operation);
  if (item === undefined || operation.embedded === undefined) return item;
  const parts: Record<string, Property> = {};
  for (const [value, keys] of Object.entries(operation.embedded)) {
    for (const [key, shape] of Object.entries(keys)) {
      const before = parts[key];
      parts[key] =
        before === undefined
          ? { shape, required: false, whenExpanded: value }
          : { ...before, shape: { kind: "union", of: [before.shape, shape] } };
    }
  }
  return withEmbedded(item, { shape: { kind: "object", properties: parts }, required: false });
}

/** The whole body of a response, with everything that `expand` can bring; undefined where the operation answers no body. */
export function responseShape(operation: Operation): Shape | undefined {
  const { response, items } = operation;
  const item = itemShape(operation);
  if (operation.embedded === undefined || item === undefined) return response;
  if (items === undefined) return item;
  return items === "" ? { kind: "array", items: item } : response;
}

/** The shape of one item, or of a single body, without what `expand` brings: named where Okta names it. */
export function bareItemShape(operation: Operation): Shape | undefined {
  const { response, items } = operation;
  if (response === undefined || items === undefined) return response;
  const body = resolveShape(response);
  const list = items === "" || body.kind !== "object" ? body : resolveShape(body.properties[items]?.shape ?? body);
  return list.kind === "array" ? list.items : undefined;
}

function withEmbedded(shape: Shape, embedded: Property): Shape {
  const resolved = resolveShape(shape);
  if (resolved.kind === "union") return { ...resolved, of: resolved.of.map((one) => withEmbedded(one, embedded)) };
  if (resolved.kind !== "object") return resolved;
  return { ...resolved, properties: { ...resolved.properties, _embedded: embedded } };
}

/**
 * The shape at a path, as `profile.login`, `factors[].id` or `_embedded.user.status`; undefined where there is none.
 * For a union the path may lead into any member; an empty path is the shape itself. A key that holds a dot is written
 * as it is and found by trying the longest first.
 */
export function shapeAt(shape: Shape, path: string): Shape | undefined {
  const resolved = resolveShape(shape);
  if (path === "") return resolved;
  if (resolved.kind === "unknown") return resolved;
  if (resolved.kind === "array")
    return path.startsWith("[]") ? shapeAt(resolved.items, afterDot(path.slice(2))) : undefined;
  if (resolved.kind === "union") return unite(resolved.of.map((one) => shapeAt(one, path)));
  return resolved.kind === "object" ? intoObject(resolved, path) : undefined;
}

function intoObject(shape: Shape & { kind: "object" }, path: string): Shape | undefined {
  for (const end of endsOf(path)) {
    const name = path.slice(0, end);
    const property = Object.hasOwn(shape.properties, name) ? shape.properties[name] : undefined;
    const found =
      property === undefined || property.secret === true
        ? undefined
        : shapeAt(property.shape, afterDot(path.slice(end)));
    if (found !== undefined) return property?.required === true ? found : { ...found, nullable: true };
  }
  const first = /^[^.[]+/.exec(path)?.[0];
  if (shape.others === undefined || first === undefined) return undefined;
  return shapeAt(shape.others, afterDot(path.slice(first.length)));
}

function endsOf(path: string): readonly number[] {
  const ends = [path.length];
  for (let index = path.length - 1; index > 0; index -= 1)
    if (path[index] === "." || path[index] === "[") ends.push(index);
  return ends;
}

function afterDot(path: string): string {
  return path.startsWith(".") ? path.slice(1) : path;
}

function unite(found: readonly (Shape | undefined)[]): Shape | undefined {
  const distinct = new Map<string, Shape>();
  for (const shape of found) if (shape !== undefined) distinct.set(JSON.stringify(shape), shape);
  const of = [...distinct.values()];
  return of.length > 1 ? { kind: "union", of } : of[0];
}
