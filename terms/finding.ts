/** One thing a check has against a snippet. Read by an operator and, word for word, by the model that must repair it. */
export interface Finding {
  /** Stable: `gate/…`, `origins/…`, `filter/…`, or TypeScript's own code as `TS2339`. */
  readonly code: string;
  /** 1-based line in the snippet as written. */
  readonly line: number;
  /** 1-based column in the snippet as written. */
  readonly column: number;
  /** What was found. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do instead. */
  readonly help: string;
}

/** Findings sorted by place, then code. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => a.line - b.line || a.column - b.column || a.code.localeCompare(b.code));
}
