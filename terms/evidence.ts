/** A place in a recorded response: the step of the run, and a JSON pointer (RFC 6901) in its body. */
export interface Place {
  readonly step: number;
  readonly pointer: string;
}

/**
 * Where one cell came from, after the parent's check of what the traced replay claimed.
 * `value`: the value stands at this place; `computed`: worked out from these; `items`: a number or presence of items of these
 * responses; `literal`: the snippet's own text, chosen in this row; `lost`: from a known field, but which item is not recorded;
 * `refused`: the replay named a place that does not hold the value: a defect of the run.
 */
export type CellEvidence =
  | { readonly kind: "value"; readonly place: Place }
  | { readonly kind: "computed"; readonly places: readonly Place[] }
  | { readonly kind: "items"; readonly places: readonly Place[]; readonly count: number | undefined }
  | { readonly kind: "literal" }
  | { readonly kind: "parameter" }
  | { readonly kind: "lost"; readonly why: string }
  | { readonly kind: "refused"; readonly claimed: Place; readonly why: string };
