import type { Row } from "../terms/cell.ts";
import type { FailureDescription } from "../terms/failure.ts";
import type { OutcomeKind } from "../terms/run-end.ts";

/** What a replay from the journal showed. */
export interface ReplayReport {
  readonly run: string;
  /** `identical`: the same bytes; `different`: other rows; `diverged`: another request at `step`; `failed`: it could not be replayed. */
  readonly verdict: "identical" | "different" | "diverged" | "failed";
  readonly outcome: OutcomeKind;
  readonly count: number;
  readonly rows: readonly Row[];
  /** SHA-256 of the rows of the run, and of this replay. */
  readonly rowsHash: { readonly recorded: string | null; readonly replayed: string | null };
  /** Where an edited snippet first asked for something else. */
  readonly divergence?: { readonly step: number; readonly recorded: string; readonly asked: string };
  readonly failure?: FailureDescription;
  /** Versions that differ between the run and this replay, as "typescript 6.0.3, was 6.0.2". */
  readonly versions: readonly string[];
}
