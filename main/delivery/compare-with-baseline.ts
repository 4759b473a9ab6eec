import { diffReport, hasDifference, type ReportDiff } from "../report/diff-report.ts";
import { isFailure } from "../../terms/failure.ts";
import type { House } from "../house.ts";
import type { DoneDue } from "../schedule/run-due.ts";

/** How an answer stands to the one of the same schedule that was delivered last. */
export type Comparison =
  /** It was not asked, or there is no answer to compare. */
  | { readonly kind: "none" }
  | { readonly kind: "first" }
  /** The earlier answer is no longer kept. */
  | { readonly kind: "lost"; readonly run: string }
  | { readonly kind: "same" | "differs"; readonly diff: ReportDiff };

/** Compares the answer of a due run with the run that was delivered last, where the schedule delivers on a difference. */
export async function compareWithBaseline(house: House, done: DoneDue, baseline: string | null): Promise<Comparison> {
  const { schedule, kept } = done;
  const isAnswer = kept.outcome === "answered" || kept.outcome === "empty";
  if (schedule.delivery.rule !== "difference" || kept.run === null || !isAnswer) return { kind: "none" };
  if (baseline === null) return { kind: "first" };
  try {
    const diff = await diffReport(house, { name: schedule.report, runs: [baseline, kept.run] });
    return { kind: hasDifference(diff) ? "differs" : "same", diff };
  } catch (error) {
    if (!isFailure(error, "journal/not-found")) throw error;
    return { kind: "lost", run: baseline };
  }
}
