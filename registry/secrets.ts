import type { Operation } from "./operation.ts";
import { secretEnding, secretNames } from "./overlay/secret-fields.ts";
import { resolveShape, responseShape } from "./shape-path.ts";
import type { Property, Shape } from "./shape.ts";

/**
 * The body without its secret fields: those that the shapes mark, those whose name is secret wherever it stands, and texts
 * under keys that end like a secret in free-form settings. The fields are taken out, not masked. The body given is not changed.
 */
export function removeSecrets(operation: Operation, body: unknown): unknown {
  const shape = responseShape(operation);
  return clean(shape === undefined ? [] : [shape], body);
}

function clean(shapes: readonly Shape[], value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const known = shapes.flatMap(alternatives);
  if (Array.isArray(value)) {
    const items = known.flatMap((one) => (one.kind === "array" ? [one.items] : []));
    return value.map((item) => clean(items, item));
  }
  const objects = known.flatMap((one) => (one.kind === "object" ? [one] : []));
  const isFree = objects.some((one) => one.others !== undefined && Object.keys(one.properties).length === 0);
  const kept: [string, unknown][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const properties = objects.flatMap((one) => propertyOf(one, key));
    if (isSecret(key, inner, isFree, properties)) continue;
    kept.push([
      key,
      clean(
        properties.map((one) => one.shape),
        inner,
      ),
    ]);
  }
  return Object.fromEntries(kept);
}

function isSecret(key: string, value: unknown, isFree: boolean, properties: readonly Property[]): boolean {
  if (secretNames.has(key) || properties.some((one) => one.secret === true)) return true;
  return isFree && typeof value === "string" && secretEnding.test(key);
}

function alternatives(shape: Shape): readonly Shape[] {
  const resolved = resolveShape(shape);
  return resolved.kind === "union" ? resolved.of.flatMap(alternatives) : [resolved];
}

function propertyOf(shape: Shape & { kind: "object" }, key: string): readonly Property[] {
  const named = Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined;
  if (named !== undefined) return [named];
  return shape.others === undefined ? [] : [{ shape: shape.others, required: false }];
}
