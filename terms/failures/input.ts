/** What can be wrong with a file that an operator gives as input. */
export interface InputFailures {
  /** The file cannot be read: it is not there, too large, in another encoding, or neither CSV nor JSON. */
  "input/unreadable": { readonly file: string; readonly reason: string };
  /** A row or column is not as the snippet declares it; line from 1 (of a JSON file: the item), column by its name. */
  "input/bad-table": {
    readonly file: string;
    readonly line: number;
    readonly column: string | null;
    readonly reason: string;
  };
}
