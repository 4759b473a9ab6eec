/** Operators of Okta's filter language. */
export type FilterOperator = "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le" | "pr";

/** A parsed `search` or `filter`. Offsets count characters of the literal pieces joined, holes having no width. */
export type FilterExpression =
  | {
      readonly kind: "comparison";
      readonly attribute: string;
      readonly operator: string;
      /** Absent for `pr`. */
      readonly value?: FilterValue;
      readonly offset: number;
    }
  | { readonly kind: "and" | "or"; readonly of: readonly FilterExpression[]; readonly offset: number }
  | { readonly kind: "not"; readonly of: FilterExpression; readonly offset: number };

/** The right side of a comparison. */
export interface FilterValue {
  /** As written; holes stand as `‹value›`. */
  readonly text: string;
  /** `open` where a hole makes up the whole value, so that its type shows only at run time. */
  readonly type: "text" | "number" | "boolean" | "null" | "open" | "bare";
  readonly hasHole: boolean;
  readonly offset: number;
}

/** What is wrong with a filter: where, the three parts of a message, and what Okta would answer. */
export interface FilterProblem {
  readonly offset: number;
  readonly found: string;
  readonly why: string;
  readonly help: string;
  /** Okta's error code for it. */
  readonly code: string;
}
