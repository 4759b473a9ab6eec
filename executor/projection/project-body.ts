/** Deeper than any answer of Okta; below it a body is handed on whole rather than walked. */
const DEEPEST = 200;
const [ZERO, NINE] = [0x30, 0x39];

/** Gives a parsed body's text with only what a snippet can read; undefined where that is all of it, or where it must stay as it came. */
export type Projection = (body: unknown) => string | undefined;

// Written out again these would be other numbers: negative zero, and what is too large for one.
function isOdd(value: unknown): boolean {
  return typeof value === "number" && (Object.is(value, -0) || !Number.isFinite(value));
}

// Positions may be worked out, so whatever starts with a digit stays.
function isPosition(key: string): boolean {
  const code = key.charCodeAt(0);
  return code >= ZERO && code <= NINE;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/**
 * A projection to these property names, wherever in a body they stand. Lists keep all their items and these their positions, so
 * that a JSON pointer means the same in the whole body. A property that is left out is one that nothing in the snippet can name.
 */
export function createProjection(names: readonly string[]): Projection {
  const read = new Set(names);
  let isLess = false;
  let isWhole = false;

  const project = (value: Readonly<Record<string, unknown>>, depth: number): unknown => {
    if (depth > DEEPEST) isWhole = true;
    if (isWhole) return undefined;
    return Array.isArray(value) ? projectList(value, depth) : projectObject(value, depth);
  };
  const projectPart = (part: unknown, depth: number): unknown => {
    if (isObject(part)) return project(part, depth + 1);
    if (isOdd(part)) isWhole = true;
    return part;
  };
  const projectList = (list: readonly unknown[], depth: number): unknown => {
    const items: unknown[] = [];
    for (const item of list) items.push(projectPart(item, depth));
    return items;
  };
  const projectObject = (object: Readonly<Record<string, unknown>>, depth: number): unknown => {
    const kept: Record<string, unknown> = {};
    for (const key in object) {
      if (read.has(key) || isPosition(key)) kept[key] = projectPart(object[key], depth);
      else isLess = true;
    }
    return kept;
  };

  return (body) => {
    if (!isObject(body) || read.has("__proto__")) return undefined;
    isLess = false;
    isWhole = false;
    const projected = project(body, 0);
    return isLess && !isWhole ? JSON.stringify(projected) : undefined;
  };
}
