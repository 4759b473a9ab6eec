import type { RunAccount } from "../audit/run-account.ts";
import type { KeptRun } from "../audit/runs.ts";
import type { VerifyReport } from "../audit/verify.ts";
import type { House } from "./house.ts";

/** A run in the journal's list. */
export interface ListedRun {
  readonly run: string;
  readonly begunAt: string;
  readonly endedAt: string | null;
  /** `open` where it goes on, or was killed: then it can be resumed. */
  readonly outcome: string;
  readonly title: string;
  readonly question: string | null;
  readonly rows: number | null;
  readonly org: string;
  readonly approvedBy: string;
  readonly approvedHow: string;
}

function listed(kept: KeptRun): ListedRun {
  const { beginning, ending } = kept;
  return {
    run: kept.run,
    begunAt: kept.begunAt,
    endedAt: kept.endedAt ?? null,
    outcome: ending?.outcome ?? "open",
    title: beginning.review.title,
    question: beginning.question ?? null,
    rows: ending?.rowCount ?? null,
    org: beginning.org,
    approvedBy: beginning.approval.operator,
    approvedHow: beginning.approval.how,
  };
}

/** The newest runs first. */
export function listJournal(house: House, limit: number): readonly ListedRun[] {
  return house.journal().listRuns({ limit }).map(listed);
}

/** One run: what was approved beside what was done. Throws `journal/not-found`. */
export function showJournal(house: House, name: string): RunAccount & { readonly summary: ListedRun } {
  const account = house.journal().showRun(name);
  return { ...account, summary: listed(account) };
}

/** Whether every chain of the journal holds. */
export function verifyJournal(house: House, bodies: boolean): VerifyReport & { readonly clean: boolean } {
  const report = house.journal().verify({ bodies });
  return { ...report, clean: report.broken.length === 0 };
}
