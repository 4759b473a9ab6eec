import type { Operation } from "./operation.ts";
import { secretEnding, secretNames } from "./overlay/secret-fields.ts";
import { resolveShape, responseShape } from "./shape-path.ts";
import type { Property, Shape } from "./shape.ts";

type ObjectShape = Shape & { readonly kind: "object" };

/** What a shape can be, with names looked up and unions opened: worked out once for each shape, since every value asks. */
interface Opened {
  readonly items: readonly Shape[];
  readonly objects: readonly ObjectShape[];
  /** True for free-form settings, whose keys the API does not name. */
  readonly isFree: boolean;
}

const openedShapes = new WeakMap<Shape, Opened>();
const responseShapes = new WeakMap<Operation, readonly Shape[]>();

/**
 * The body without its secret fields: those that the shapes mark, those whose name is secret wherever it stands, and texts
 * under keys that end like a secret in free-form settings. The fields are taken out, not masked. The body given is not
 * changed; where there is nothing to take out it is given back itself.
 */
export function removeSecrets(operation: Operation, body: unknown): unknown {
  return clean(shapesOfResponse(operation), body);
}

/** The shapes of a 2xx body: one, or none where the operation promises no body. */
export function shapesOfResponse(operation: Operation): readonly Shape[] {
  const known = responseShapes.get(operation);
  if (known !== undefined) return known;
  const shape = responseShape(operation);
  const shapes = shape === undefined ? [] : [shape];
  responseShapes.set(operation, shapes);
  return shapes;
}

/** What a shape can be, with names looked up and unions opened. */
export function openShape(shape: Shape): Opened {
  const known = openedShapes.get(shape);
  if (known !== undefined) return known;
  const all = alternatives(shape);
  const objects = all.flatMap((one) => (one.kind === "object" ? [one] : []));
  const opened: Opened = {
    items: all.flatMap((one) => (one.kind === "array" ? [one.items] : [])),
    objects,
    isFree: objects.some((one) => one.others !== undefined && Object.keys(one.properties).length === 0),
  };
  openedShapes.set(shape, opened);
  return opened;
}

function clean(shapes: readonly Shape[], value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Array.isArray(value) ? cleanItems(shapes, value) : cleanObject(shapes.map(openShape), value);
}

function cleanItems(shapes: readonly Shape[], before: readonly unknown[]): readonly unknown[] {
  const [only] = shapes;
  const items =
    shapes.length === 1 && only !== undefined ? openShape(only).items : shapes.flatMap((one) => openShape(one).items);
  let after: unknown[] | undefined;
  for (const [index, item] of before.entries()) {
    const cleaned = clean(items, item);
    if (cleaned !== item) after ??= before.slice();
    if (after !== undefined) after[index] = cleaned;
  }
  return after ?? before;
}

function cleanObject(opened: readonly Opened[], before: object): object {
  const isFree = opened.some((one) => one.isFree);
  const kept: [string, unknown][] = [];
  let isWhole = true;
  for (const entry of Object.entries(before)) {
    const [key, inner] = entry;
    const properties = propertiesOf(opened, key);
    if (isSecret(key, inner, isFree, properties)) {
      isWhole = false;
      continue;
    }
    const isPlain = typeof inner !== "object" || inner === null;
    const cleaned = isPlain ? inner : clean(shapesOf(properties), inner);
    isWhole &&= cleaned === inner;
    kept.push(cleaned === inner ? entry : [key, cleaned]);
  }
  return isWhole ? before : Object.fromEntries(kept);
}

function shapesOf(properties: readonly Property[]): readonly Shape[] {
  return properties.map((one) => one.shape);
}

function isSecret(key: string, value: unknown, isFree: boolean, properties: readonly Property[]): boolean {
  if (secretNames.has(key) || properties.some((one) => one.secret === true)) return true;
  return isFree && typeof value === "string" && secretEnding.test(key);
}

function alternatives(shape: Shape): readonly Shape[] {
  const resolved = resolveShape(shape);
  return resolved.kind === "union" ? resolved.of.flatMap(alternatives) : [resolved];
}

function propertiesOf(opened: readonly Opened[], key: string): readonly Property[] {
  const found: Property[] = [];
  for (const { objects } of opened) {
    for (const shape of objects) {
      const named = Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined;
      if (named !== undefined) found.push(named);
      else if (shape.others !== undefined) found.push({ shape: shape.others, required: false });
    }
  }
  return found;
}
