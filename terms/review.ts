import type { Caveat } from "./caveat.ts";
import type { Definition } from "./definition.ts";
import type { Effect } from "./effect.ts";
import type { DeclaredTables } from "./input-table.ts";
import type { Field } from "./field.ts";
import type { Column } from "./origin.ts";
import type { ParameterValues } from "./snippet.ts";

/** An operation that the snippet may reach, and nothing else may. */
export interface ReviewedOperation {
  readonly operationId: string;
  readonly method: string;
  /** Path template, `/api/v1/users/{userId}/factors`. */
  readonly path: string;
  readonly effect: Effect;
  readonly scopes: readonly string[];
  /** Why it is read, how its list is walked: one line from the registry. */
  readonly summary: string;
}

/** One condition of the snippet: what it says and where it is evaluated. */
export interface ReviewedFilter {
  /** `okta`: sent as a search or filter; `here`: evaluated by the snippet over what was read. */
  readonly evaluated: "okta" | "here";
  /** The condition as written in the snippet. */
  readonly text: string;
  /** The condition in words; undefined where the rules could not put it into words, which the review shows in red. */
  readonly words: string | undefined;
  readonly line: number;
}

/** What a run is expected to cost, before it is run. */
export interface Price {
  /** Number of requests, or undefined when it cannot be known before the first reads. */
  readonly calls: number | undefined;
  /** Minutes at the org's limits, or undefined. */
  readonly minutes: number | undefined;
  /** Requests by operation, as far as they are known: what progress is measured by. Absent in reviews of older versions. */
  readonly expected?: Readonly<Record<string, number>>;
  /** Each part with the number behind it: "1 per app user (842, seen 2 h ago)". */
  readonly because: readonly string[];
}

/** What the snippet itself brings into a column, in words. */
export interface OwnWords {
  /** What may stand there in place of Okta's values: the snippet's own texts and numbers, the operator's own values. */
  readonly instead: readonly string[];
  /** What is asked of Okta's values, and what goes into them: texts that are put in or taken out, numbers that are added. */
  readonly within: readonly string[];
}

/** What an operator reads before approving. Derived by rules from the checked snippet, never by a model. */
export interface Review {
  readonly title: string;
  /** The snippet's text, whole. */
  readonly snippet: string;
  readonly parameters: ParameterValues;
  /** Parameters that take a file, with the columns that it must have. Absent in reviews of older versions. */
  readonly tables?: DeclaredTables;
  readonly operations: readonly ReviewedOperation[];
  readonly filters: readonly ReviewedFilter[];
  readonly columns: readonly Column[];
  /** What the snippet itself brings into its columns, by their names. Absent in reviews of older versions. */
  readonly own?: Readonly<Record<string, OwnWords>>;
  readonly selectedBy: readonly Field[];
  readonly askedBy: readonly Field[];
  readonly caveats: readonly Caveat[];
  readonly definitions: readonly Definition[];
  readonly price: Price;
  /** Lines that the operator should not miss: what could not be put into words, N+1 reads and their cheaper alternative. */
  readonly warnings: readonly string[];
  /** SHA-256 over snippet text, operations with effects and scopes, filters and origins: what an approval binds. */
  readonly reviewHash: string;
}
