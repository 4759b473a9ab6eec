import type { FilterOperator } from "./filter-expression.ts";

/** What kind of value an attribute takes. */
type AttributeType = "text" | "date" | "number" | "boolean";

/** One attribute that a parameter of an operation can compare. */
export interface FilterAttribute {
  readonly type: AttributeType;
  /** The operators it takes, where they differ from the language's. */
  readonly operators?: readonly FilterOperator[];
  /** The only values there are. */
  readonly values?: readonly string[];
}

/** How one `search` or `filter` of one operation can be written. */
export interface ExpressionLanguage {
  readonly kind: "expression";
  readonly attributes: Readonly<Record<string, FilterAttribute>>;
  /** Whose profile attributes can be compared under `profile.`; `any`: those of an object without an org schema. */
  readonly profile?: "user" | "group" | "any";
  /** True where every field of the response can be compared. */
  readonly allFields?: boolean;
  readonly operators: readonly FilterOperator[];
  /** Attributes whose text may also be compared with `co`, and the least number of characters for it. */
  readonly contains?: { readonly attributes: readonly string[]; readonly least: number };
  /** `one`: a single comparison; `and-or`: joined by both; `and-or-not`: `not` as well. */
  readonly joins: "one" | "and-or" | "and-or-not";
  /** Attributes that are in the response but cannot be compared, with what to do instead. */
  readonly refused?: Readonly<Record<string, string>>;
  /** Okta's error code for an attribute or operator it does not take. */
  readonly code: string;
}

/** How a parameter is read that takes plain words. */
export interface WordsLanguage {
  readonly kind: "words";
  /** In words, before the value: `name starts with`. */
  readonly meaning: string;
  readonly mostWords?: number;
  readonly longestWord?: number;
}

/** The language of one parameter. */
export type FilterLanguage = ExpressionLanguage | WordsLanguage;
