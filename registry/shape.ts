/**
 * The type of a value in Okta's API, as data: what the catalogue stores, what stubs are rendered from, what filters and
 * drift are checked against. Facts only; no text of Okta's specification.
 */
export type Shape = (
  | {
      readonly kind: "string";
      readonly values?: readonly string[];
      readonly format?: string;
      readonly pattern?: string;
    }
  | { readonly kind: "number"; readonly integer?: boolean; readonly minimum?: number; readonly maximum?: number }
  | { readonly kind: "boolean" }
  | { readonly kind: "array"; readonly items: Shape }
  | {
      readonly kind: "object";
      readonly properties: Readonly<Record<string, Property>>;
      /** Values under keys that the API does not name: an org's custom attributes. Absent: unknown keys do not exist. */
      readonly others?: Shape;
    }
  /** A named shape of the catalogue. */
  | { readonly kind: "named"; readonly name: string }
  /** One of several; with `by`, the property whose value tells which (`signOnMode`), and `when` its values in order of `of`. */
  | {
      readonly kind: "union";
      readonly of: readonly Shape[];
      readonly by?: string;
      readonly when?: readonly (readonly string[])[];
    }
  | { readonly kind: "unknown" }
) & { readonly nullable?: boolean };

/** One property of an object shape. */
export interface Property {
  readonly shape: Shape;
  /** True where every response has it. Where false it may be absent or null: Okta may omit null properties, so both mean "not set". */
  readonly required: boolean;
  /** True for what must never reach journal or isolate: client secrets, admin passwords, shared secrets. */
  readonly secret?: boolean;
  /** `_embedded` parts: the value of `expand` without which it is not there. */
  readonly whenExpanded?: string;
}
