/** A value as it stands in a response of the API. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** An object of a response; a key whose value is undefined is left out of the JSON. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Whether a value is an object and no list. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
