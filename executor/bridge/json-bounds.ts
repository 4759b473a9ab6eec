/** How deep a JSON text may nest, and how many lists and objects it may hold. */
export interface JsonBounds {
  readonly depth: number;
  readonly brackets: number;
}

const OPEN_LIST = "[".charCodeAt(0);
const CLOSE_LIST = "]".charCodeAt(0);
const OPEN_OBJECT = "{".charCodeAt(0);
const CLOSE_OBJECT = "}".charCodeAt(0);
const QUOTE = '"'.charCodeAt(0);
const ESCAPE = "\\".charCodeAt(0);

// Asked before it is parsed: two bytes become an object of forty, and depth is an attack on whoever walks it.
function isBeyond(text: string, bounds: JsonBounds): boolean {
  let depth = 0;
  let brackets = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === ESCAPE) at += 1;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1;
      brackets += 1;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
    if (depth > bounds.depth || brackets > bounds.brackets) return true;
  }
  return false;
}

/** A text of the child as data; undefined where it is no JSON or beyond the bounds, which no honest child sends. */
export function parseBounded(text: string, bounds: JsonBounds): unknown {
  if (isBeyond(text, bounds)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
