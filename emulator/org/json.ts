/** A value as it stands in a response of the API. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** An object of a response; a key whose value is undefined is left out of the JSON. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}
