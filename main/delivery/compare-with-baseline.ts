import { diffPack } from "../report/diff-pack.ts";
import { type AnswersDiff, diffReport, hasDifference } from "../report/diff-report.ts";
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
  | { readonly kind: "same" | "differs"; readonly diff: AnswersDiff };

/** What the next answer is compared with: the run, or the runs of a pack with blanks between them; undefined where there is none. */
export function baselineOf({ run, runs }: DoneDue["kept"]): string | undefined {
  return run ?? runs?.join(" ");
}

/** What an answer differs in from the baseline; undefined where it is none. */
async function diffOf(house: House, done: DoneDue, baseline: string): Promise<AnswersDiff | undefined> {
  const { schedule, kept, answer } = done;
  if (answer?.kind === "pack" && schedule.pack !== undefined) {
    return diffPack(house, schedule.pack, baseline.split(" "), answer.found.checks);
  }
  return kept.run === null ? undefined : diffReport(house, { name: schedule.report, runs: [baseline, kept.run] });
}

/** Compares the answer of a due run with the one that was delivered last, where the schedule delivers on a difference. */
export async function compareWithBaseline(house: House, done: DoneDue, baseline: string | null): Promise<Comparison> {
  const { schedule, kept } = done;
  const isAnswer = kept.outcome === "answered" || kept.outcome === "empty";
  if (schedule.delivery.rule !== "difference" || !isAnswer) return { kind: "none" };
  if (baseline === null) return { kind: "first" };
  try {
    const diff = await diffOf(house, done, baseline);
    if (diff === undefined) return { kind: "none" };
    return { kind: hasDifference(diff) ? "differs" : "same", diff };
  } catch (error) {
    if (!isFailure(error, "journal/not-found")) throw error;
    return { kind: "lost", run: baseline };
  }
}
