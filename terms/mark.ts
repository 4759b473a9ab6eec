/** What an operator says of an answer. The newest counts. */
export interface Mark {
  readonly verdict: "right" | "wrong";
  /** Undefined where none was written, or where it was forgotten. */
  readonly note: string | undefined;
  /** Who, as claimed by the operating system. */
  readonly operator: string;
}
