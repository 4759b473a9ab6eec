/** An operator lets what is asked on one org run unasked, within bounds: reads alone, no System Log, no secrets. */
export interface StandingApproval {
  /** Its name, by which it is taken back. */
  readonly id: string;
  /** Origin of the org. */
  readonly org: string;
  /** Who, as claimed by the operating system. */
  readonly operator: string;
  /** ISO 8601. */
  readonly at: string;
  /** ISO 8601; from then on it counts no more. */
  readonly until: string;
  /** OAuth scopes that a snippet may need; it may need no other. */
  readonly scopes: readonly string[];
  /** Requests of one run, at the most. */
  readonly calls: number;
}
