import { isMarked, type Marked, tag } from "./marks.ts";
import { addObject, KEYS } from "./places.ts";

// Under `--jitless` this is the dearest part of a traced replay: it meets every object of every response.
function tagObject(value: Marked, key: string | number, numberAround: number): void {
  const number = addObject(key, numberAround);
  value[tag] = number * KEYS;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index];
      if (isMarked(item)) tagObject(item, index, number);
    }
    return;
  }
  const parts: readonly unknown[] = Object.values(value);
  let names: readonly string[] | undefined;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    // Most parts are texts: asked here, since a call for each takes longer than the rest.
    if (typeof part !== "object" || !isMarked(part)) continue;
    names ??= Object.keys(value);
    tagObject(part, names[index] ?? "", number);
  }
}

/** Marks every object and list of a body with its place, before a snippet sees it. */
export function tagResponse(body: unknown, step: number): void {
  if (isMarked(body)) tagObject(body, step, 0);
}
