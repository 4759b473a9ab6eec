import { walkOver, type Walk } from "../http/page.ts";
import type { JsonObject } from "../org/json.ts";
import { propertyText } from "./property-text.ts";

/** A walk over objects that have an `id`, as they are sent. */
export function walkObjects(items: readonly JsonObject[]): Walk {
  return walkOver(items.map((item) => ({ id: propertyText(item, "id"), text: () => JSON.stringify(item) })));
}
