import type { Definition } from "../../terms/definition.ts";
import type { DeclaredTables } from "../../terms/input-table.ts";
import type { Finding } from "../../terms/finding.ts";
import type { Lineage } from "../../terms/origin.ts";
import type { Review } from "../../terms/review.ts";
import type { ParameterValues } from "../../terms/snippet.ts";
import type { OrgSchema } from "../../registry/org-schema.ts";

/** How many items an operation's list had when it was last seen. */
export interface KnownCount {
  readonly count: number;
  /** Since when that is known, in words: "seen 2 h ago". */
  readonly seen: string;
}

/** What a snippet is checked against. */
export interface CheckSurroundings {
  readonly orgSchema: OrgSchema;
  /** Sizes of lists by operationId, as far as they are known: what the price is worked out from. */
  readonly knownCounts?: Readonly<Record<string, KnownCount>>;
  /** The org's own saved words that the planner used; they stand in the review beside those that the rules recognise. */
  readonly definitions?: readonly Definition[];
}

/** A snippet that passed every check, with all that was derived from it. */
export interface Checked {
  readonly source: string;
  /** The same with blanks in place of its types, by the tree that was checked: JavaScript that does the same. */
  readonly bare: string;
  /** The operations that it names, sorted; a run reaches these and no other. */
  readonly operationIds: readonly string[];
  /** Defaults of its parameters. */
  readonly parameters: ParameterValues;
  /** Parameters that take a file: the columns that it must have. */
  readonly tables: DeclaredTables;
  readonly lineage: Lineage;
  /** Names of all properties that it can read of a response; undefined where it may read others too. */
  readonly readableNames: readonly string[] | undefined;
  readonly review: Review;
  /** SHA-256 of the declaration that it was compiled against. */
  readonly stubHash: string;
}

/** What a check gives: never both. */
export type CheckResult =
  | { readonly kind: "checked"; readonly checked: Checked }
  | { readonly kind: "findings"; readonly findings: readonly Finding[] };

/** A checked snippet rewritten so that every value carries where it was read. For the evidence replay alone. */
export interface TracedCode {
  /** TypeScript text whose types still erase. */
  readonly code: string;
}
