import type { JsonObject } from "../org/json.ts";

/** A property of an object as text; "" where it is no text. */
export function propertyText(item: JsonObject, name: string): string {
  const value = item[name];
  return typeof value === "string" ? value : "";
}
