import type { Operation } from "../../registry/operation.ts";
import { secretEnding, secretNames } from "../../registry/overlay/secret-fields.ts";
import { resolveShape, responseShape } from "../../registry/shape-path.ts";
import type { Shape } from "../../registry/shape.ts";

/** The keys under which a response of one operation can hold a secret. */
interface SecretKeys {
  readonly names: ReadonlySet<string>;
  /** True where settings without a fixed form are in it: then the ending of a key tells. */
  readonly hasFreeForm: boolean;
}

const known = new WeakMap<Operation, SecretKeys>();

function innerShapes(shape: Shape): readonly Shape[] {
  switch (shape.kind) {
    case "array":
      return [shape.items];
    case "union":
      return shape.of;
    case "object":
      return [...Object.values(shape.properties).map((one) => one.shape), ...(shape.others ? [shape.others] : [])];
    case "named":
    case "string":
    case "number":
    case "boolean":
    case "unknown":
      return [];
  }
}

function findSecretKeys(operation: Operation): SecretKeys {
  const names = new Set(secretNames);
  const seen = new Set<string>();
  const { response } = operation;
  const left: Shape[] = [response, responseShape(operation)].filter((shape) => shape !== undefined);
  let hasFreeForm = false;
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next.kind === "named") {
      if (seen.has(next.name)) continue;
      seen.add(next.name);
    }
    const shape = resolveShape(next);
    if (shape.kind === "object") {
      const properties = Object.entries(shape.properties);
      if (properties.length === 0 && shape.others !== undefined) hasFreeForm = true;
      for (const [name, property] of properties) if (property.secret === true) names.add(name);
    }
    left.push(...innerShapes(shape));
  }
  return { names, hasFreeForm };
}

const key = /"([^"\\]*)"\s*:/g;

/**
 * False where no key in this JSON text can hold a secret in a response of the operation, so that nothing has to be looked for:
 * that is most responses, and looking costs more than all else that is done with one. True says only that it has to be looked.
 */
export function mayHoldSecrets(operation: Operation, text: string): boolean {
  // A key may be written with escapes; Okta does not, so the long way is taken for those few.
  if (text.includes("\\u00")) return true;
  let keys = known.get(operation);
  if (keys === undefined) {
    keys = findSecretKeys(operation);
    known.set(operation, keys);
  }
  for (const [, name] of text.matchAll(key)) {
    if (name !== undefined && (keys.names.has(name) || (keys.hasFreeForm && secretEnding.test(name)))) return true;
  }
  return false;
}
