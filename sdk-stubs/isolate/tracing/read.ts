import type { Mark } from "./origin.ts";
import { elementMarks, isMarked, tag, wholeMark } from "./marks.ts";
import { propertyPlace } from "./places.ts";
import { propertyMark } from "./properties.ts";

/** The mark of `base[key]`: the place in a response, or what was written beside a snippet's own property. */
export function at(base: unknown, key: unknown): Mark {
  if (!isMarked(base)) return undefined;
  if (typeof key !== "string" && typeof key !== "number") return undefined;
  // As a pattern reads it, `{ length }`: a number of items stands nowhere.
  if (key === "length" && Array.isArray(base)) return items(base);
  const place = base[tag];
  if (place !== undefined) return propertyPlace(place, key);
  if (Array.isArray(base)) return elementMarks(base)?.[Number(key)] ?? wholeMark(base);
  return propertyMark(base, `${key}`) ?? wholeMark(base);
}

/** The mark of a list's size, of `some`, of `has`: the items behind it. */
export function items(list: unknown): Mark {
  return typeof list === "object" && list !== null ? { kind: "items", list } : undefined;
}
