/** What we say of an operation beside the facts of the catalogue. */
export interface OperationNote {
  /** One line: what comes back. */
  readonly summary: string;
  /** When to use it, and its trap. */
  readonly note?: string;
  /** What to read in its place, where a loop over it can be avoided. */
  readonly cheaper?: string;
  /** Further words under which a search should find it: an administrator's own. */
  readonly words?: string;
}

/** Notes by operationId. */
export type OperationNotes = Readonly<Record<string, OperationNote>>;
