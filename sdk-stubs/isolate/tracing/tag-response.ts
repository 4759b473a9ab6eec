import { setTag } from "./marks.ts";

function tagInside(value: object, step: number): void {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    for (let key = 0; key < items.length; key += 1) tagOne(items[key], value, key, step);
  } else {
    for (const [key, part] of Object.entries(value)) tagOne(part, value, key, step);
  }
}

function tagOne(value: unknown, parent: object | undefined, key: string | number, step: number): void {
  if (typeof value !== "object" || value === null) return;
  tagInside(value, step);
  setTag(value, { parent, key, step });
}

/** Marks every object and list of a body with its place, before a snippet sees it. */
export function tagResponse(body: unknown, step: number): void {
  tagOne(body, undefined, "", step);
}
