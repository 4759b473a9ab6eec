import { z } from "zod";
import { createIsOurs } from "../entries/elsewhere.ts";
import type { EntryReader } from "../entries/entries.ts";

/** How the questions and reads of a time went: what trips a gate. Nothing of it is of runs out of files. */
export interface GateTally {
  /** Plans of models that have ended. */
  readonly plans: number;
  /** Plans given up over one finding that no repair removed: as a rule a name that Okta does not have. */
  readonly unrepaired: number;
  /** Answers to plans of models that were marked wrong in that time, and not right since. */
  readonly wrong: number;
  /** Runs of which a cell was found not to stand where it was said to come from. */
  readonly unverified: number;
  /** Reads that were over without being stopped. */
  readonly reads: number;
  /** Of those, reads that Okta did not answer, or refused. */
  readonly failedReads: number;
}

const planner = z.object({ planner: z.string() });
const marked = z.object({ verdict: z.string() });
const ended = z.object({ failure: z.string().optional(), condition: z.string().optional() });

function isOfModel(facts: string): boolean {
  return planner.parse(JSON.parse(facts)).planner === "model";
}

/** The plans of models that began since then and have ended, and how many of them no repair made right. */
export function tallyPlans(
  entries: EntryReader,
  since: string,
  isOurs: (chain: string) => boolean,
): Pick<GateTally, "plans" | "unrepaired"> {
  const begun = new Set(
    entries
      .listPublic("plan-begun", since)
      .filter(({ chain, facts }) => isOurs(chain) && isOfModel(facts))
      .map(({ chain }) => chain),
  );
  const plans = entries.listPublic("plan-ended", since).filter(({ chain }) => begun.has(chain));
  const unrepaired = plans.filter(({ facts }) => {
    const { failure, condition } = ended.parse(JSON.parse(facts));
    return failure === "model/gave-up" && condition === "same finding";
  });
  return { plans: plans.length, unrepaired: unrepaired.length };
}

function countWrong(entries: EntryReader, since: string, isOurs: (chain: string) => boolean): number {
  const newest = new Map(entries.listPublic("mark", since).map(({ chain, facts }) => [chain, facts]));
  return [...newest].filter(
    ([chain, facts]) =>
      marked.parse(JSON.parse(facts)).verdict === "wrong" &&
      isOurs(chain) &&
      isOfModel(entries.findAt(chain, 0)?.facts ?? '{"planner":""}'),
  ).length;
}

function tallyReads(
  entries: EntryReader,
  since: string,
  isOurs: (chain: string) => boolean,
): Pick<GateTally, "reads" | "failedReads"> {
  let [reads, failedReads] = [0, 0];
  for (const { chain } of entries.listPublic("run-begun", since)) {
    for (const sum of isOurs(chain) ? entries.sumReads(chain) : []) {
      reads += sum.reads - sum.cancelled;
      failedReads += sum.failed - sum.cancelled;
    }
  }
  return { reads, failedReads };
}

/** Counts what began, was marked or was found since then, ISO 8601. */
export function tallyForGates(entries: EntryReader, since: string): GateTally {
  const isOurs = createIsOurs(entries);
  const unverified = new Set(entries.listPublic("unverified", since).map(({ chain }) => chain));
  return {
    ...tallyPlans(entries, since, isOurs),
    ...tallyReads(entries, since, isOurs),
    wrong: countWrong(entries, since, isOurs),
    unverified: [...unverified].filter(isOurs).length,
  };
}
