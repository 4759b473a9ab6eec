import type { Operation } from "./operation.ts";
import { secretEndings, secretNames } from "./overlay/secret-fields.ts";
import { openShape, shapesOfResponse } from "./secrets.ts";
import type { Shape } from "./shape.ts";

const patterns = new WeakMap<Operation, RegExp>();

/**
 * False where `removeSecrets` would surely leave the body with this JSON text whole: no key of it is one that is ever taken
 * out of this operation's bodies. One pass over the text, without parsing it.
 */
export function mayHoldSecret(operation: Operation, text: string): boolean {
  let pattern = patterns.get(operation);
  if (pattern === undefined) {
    pattern = patternOf(operation);
    patterns.set(operation, pattern);
  }
  return pattern.test(text);
}

function patternOf(operation: Operation): RegExp {
  const reached = reach(operation);
  const names = [...new Set([...secretNames, ...reached.names])].map((name) => name.replace(/\W/g, "\\$&"));
  // The quote in front would not help: a search by the letters before the closing quote is several times as fast.
  const keys = `(?:${names.join("|")})"\\s*:`;
  // Only texts are taken out by how their key ends, so `"password": {}` is none.
  const ends = reached.hasFree ? `|(?:${secretEndings.map(anyCase).join("|")})"\\s*:\\s*"` : "";
  // A key may be written with escapes: letters, digits and the underscore lie between u0030 and u007a.
  return new RegExp(`${keys}${ends}|\\\\u00[3-7]`);
}

function anyCase(text: string): string {
  return text.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
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
