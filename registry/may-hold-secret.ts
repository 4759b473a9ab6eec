import type { Operation } from "./operation.ts";
import { secretEnding, secretNames } from "./overlay/secret-fields.ts";
import { openShape, shapesOfResponse } from "./secrets.ts";
import type { Shape } from "./shape.ts";

/** What a key says by itself: never secret, secret whatever stands under it, secret where a text stands under it. */
type KeyKind = "plain" | "secret" | "secret-text";

/** Keys that are remembered of one operation. Bodies have few; maps whose keys are ids must not fill the memory. */
const mostKeys = 10_000;

const kinds = new WeakMap<Operation, (key: string) => KeyKind>();

/**
 * False where `removeSecrets` would surely leave this parsed body whole: no key of it is one that is ever taken out of this
 * operation's bodies. A look at each key, without the shapes: a fifth of what `removeSecrets` takes.
 */
export function mayHoldSecret(operation: Operation, body: unknown): boolean {
  let kindOf = kinds.get(operation);
  if (kindOf === undefined) {
    kindOf = createKeyKinds(operation);
    kinds.set(operation, kindOf);
  }
  return holdsSecret(body, kindOf);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function holdsSecret(value: unknown, kindOf: (key: string) => KeyKind): boolean {
  if (Array.isArray(value)) return anyHoldsSecret(value, kindOf);
  return isObject(value) && objectHoldsSecret(value, kindOf);
}

function anyHoldsSecret(items: readonly unknown[], kindOf: (key: string) => KeyKind): boolean {
  for (const item of items) if (holdsSecret(item, kindOf)) return true;
  return false;
}

// Reading by a key that the loop itself has found is several times as fast as asking for it by name.
function objectHoldsSecret(value: Readonly<Record<string, unknown>>, kindOf: (key: string) => KeyKind): boolean {
  for (const key in value) {
    const inner = value[key];
    const kind = kindOf(key);
    if (kind === "secret" || (kind === "secret-text" && typeof inner === "string")) return true;
    if (typeof inner === "object" && inner !== null && holdsSecret(inner, kindOf)) return true;
  }
  return false;
}

function createKeyKinds(operation: Operation): (key: string) => KeyKind {
  const { names, hasFree } = reach(operation);
  const known = new Map<string, KeyKind>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const isSecret = secretNames.has(key) || names.has(key);
    const kind = isSecret ? "secret" : hasFree && secretEnding.test(key) ? "secret-text" : "plain";
    if (known.size >= mostKeys) known.clear();
    known.set(key, kind);
    return kind;
  };
}

/** Every name that a shape below the response marks as secret, and whether free-form settings stand below it. */
function reach(operation: Operation): { readonly names: ReadonlySet<string>; readonly hasFree: boolean } {
  const names = new Set<string>();
  let hasFree = false;
  const seen = new Set<Shape | string>();
  const waiting: Shape[] = [...shapesOfResponse(operation)];
  for (let shape = waiting.pop(); shape !== undefined; shape = waiting.pop()) {
    const identity = shape.kind === "named" ? shape.name : shape;
    if (seen.has(identity)) continue;
    seen.add(identity);
    const { items, objects, isFree } = openShape(shape);
    hasFree ||= isFree;
    waiting.push(...items);
    for (const { properties, others } of objects) {
      if (others !== undefined) waiting.push(others);
      for (const [name, property] of Object.entries(properties)) {
        if (property.secret === true) names.add(name);
        waiting.push(property.shape);
      }
    }
  }
  return { names, hasFree };
}
