/** A known way in which an operation's answer misleads. Attached by the registry wherever the operation decides a column or a condition. */
export interface Caveat {
  /** Stable, kebab-case: `factors-depend-on-policy`. */
  readonly id: string;
  readonly operationId: string;
  /** One or two sentences for an administrator. */
  readonly text: string;
}
