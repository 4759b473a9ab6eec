import { setTag } from "./marks.ts";

// Under `--jitless` this is the dearest part of a traced replay: it meets every object of every response.
function tagObject(value: object, parent: object | undefined, key: string | number, step: number): void {
  setTag(value, { parent, key, step });
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index];
      if (typeof item === "object" && item !== null) tagObject(item, value, index, step);
    }
    return;
  }
  const parts: readonly unknown[] = Object.values(value);
  let names: readonly string[] | undefined;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (typeof part !== "object" || part === null) continue;
    names ??= Object.keys(value);
    tagObject(part, value, names[index] ?? "", step);
  }
}

/** Marks every object and list of a body with its place, before a snippet sees it. */
export function tagResponse(body: unknown, step: number): void {
  if (typeof body === "object" && body !== null) tagObject(body, undefined, "", step);
}
