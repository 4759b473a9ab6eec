/** A snippet with one mistake: the check must find it, at its line, and nothing else. */
export interface MistakenSnippet {
  readonly name: string;
  readonly source: string;
  /** 1-based line of the mistake. */
  readonly line: number;
  /** Code of the finding, where the kind of mistake has one of its own. */
  readonly code?: string;
}
