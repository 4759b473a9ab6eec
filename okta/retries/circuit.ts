/** Faults in a row, with no answer between them, after which an org counts as failing. */
const faultsInARow = 20;
/** How long they must have gone on: a blip under many parallel reads is no outage. */
const failingForMs = 10_000;
const openForMs = 15_000;

/** Retries of faults that may be outstanding before reads fail at once, and what an answered read gives back. */
const fullBudget = 200;
const earned = 0.2;

/** Keeps Attest from hammering an org that fails: counts faults and answers of all runs on it. */
export interface Circuit {
  /** True once the org has answered anything. */
  readonly reached: boolean;
  /** Milliseconds until the org is asked again; 0 where it may be asked now. */
  closedInMs(now: number): number;
  /** Status of the last fault; undefined where it was none of HTTP, or there was no fault. */
  readonly lastStatus: number | undefined;
  answered(): void;
  /** `status` where the org answered with one, 500 or above. */
  faulted(now: number, status?: number): void;
  /** Takes one retry from the budget; false where it is spent. */
  takeRetry(): boolean;
}

/** A closed circuit with a full retry budget. */
export function createCircuit(): Circuit {
  let reached = false;
  let faults = 0;
  let failingSince = 0;
  let openUntil = 0;
  let budget = fullBudget;
  let lastStatus: number | undefined;
  return {
    get reached() {
      return reached;
    },
    get lastStatus() {
      return lastStatus;
    },
    closedInMs: (now) => Math.max(0, openUntil - now),
    answered() {
      reached = true;
      faults = 0;
      openUntil = 0;
      budget = Math.min(fullBudget, budget + earned);
    },
    faulted(now, status) {
      lastStatus = status;
      if (faults === 0) failingSince = now;
      faults += 1;
      if (faults >= faultsInARow && now - failingSince >= failingForMs) openUntil = now + openForMs;
    },
    takeRetry() {
      if (budget < 1) return false;
      budget -= 1;
      return true;
    },
  };
}
