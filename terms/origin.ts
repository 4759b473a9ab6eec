import type { Field } from "./field.ts";

/**
 * Where a column's values come from, as the check worked it out from the text alone.
 * `direct`: every value is one of `fields` as Okta sent it (`orLiteral`: or the snippet's own text, for some rows);
 * `computed`: worked out from `fields`; `count`: a number or presence of items of `fields`;
 * `chosen`: a literal picked by a condition over `chosenBy`; `parameter`: from the operator's input `names`;
 * `literal`: the snippet's own text; `unknown`: could not be followed, and why.
 */
export type Origin =
  | {
      readonly kind: "direct";
      readonly fields: readonly Field[];
      readonly orLiteral: boolean;
      readonly chosenBy: readonly Field[];
    }
  | { readonly kind: "computed"; readonly fields: readonly Field[]; readonly chosenBy: readonly Field[] }
  | { readonly kind: "count"; readonly fields: readonly Field[]; readonly chosenBy: readonly Field[] }
  | { readonly kind: "chosen"; readonly chosenBy: readonly Field[] }
  | { readonly kind: "parameter"; readonly names: readonly string[] }
  | {
      readonly kind: "literal";
      /** Parameters whose values Okta names, where reads were given these texts, one or another: the cell says what was asked. */
      readonly askedAs?: readonly string[];
    }
  | { readonly kind: "unknown"; readonly why: string; readonly line: number; readonly seen: readonly Field[] };

/** One column of an answer: its name (the snippet's own word) and its origin. */
export interface Column {
  readonly name: string;
  readonly origin: Origin;
}

/** What the origins pass says of a whole snippet. */
export interface Lineage {
  readonly columns: readonly Column[];
  /** Fields that decide whether a row is there at all. */
  readonly selectedBy: readonly Field[];
  /** Fields whose values went into the parameters of a later read: what the lists were joined by. */
  readonly askedBy: readonly Field[];
  /** Every field that the snippet reads anywhere, whether or not it reaches a row. */
  readonly read: readonly Field[];
}

/** Every field that an origin names: those that a value comes from, and those that chose it. */
export function fieldsOf(origin: Origin): readonly Field[] {
  switch (origin.kind) {
    case "direct":
    case "computed":
    case "count":
      return [...origin.fields, ...origin.chosenBy];
    case "chosen":
      return origin.chosenBy;
    case "unknown":
      return origin.seen;
    case "parameter":
    case "literal":
      return [];
  }
}
