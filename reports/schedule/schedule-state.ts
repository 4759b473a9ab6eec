import { join } from "node:path";
import { z } from "zod";
import { openKeptFile } from "../../library/kept-file.ts";

/** That a watcher is at work on what was due at one time. */
export interface Lease {
  /** ISO 8601. */
  readonly due: string;
  /** Of one process, and of no other. */
  readonly watcher: string;
  /** When the watcher last said that it is there, ISO 8601. */
  readonly beat: string;
}

/** What became of a schedule's newest run. */
export interface LastDue {
  readonly due: string;
  /** ISO 8601. */
  readonly at: string;
  readonly outcome: string;
  readonly run: string | null;
}

/** How far a schedule is. */
export interface ScheduleProgress {
  /** The newest time that is done with; null before the first. */
  readonly handled: string | null;
  readonly lease: Lease | null;
  readonly last: LastDue | null;
  /** The newest run whose answer was delivered, or was the same as the one before: what the next one is compared with. */
  readonly baseline: string | null;
}

/** What a claim came to: it is the caller's, another watcher is at it, or it is done. */
export type Claim = "mine" | "held" | "done";

/**
 * How far a schedule is, in a file beside its own. What was due at one time is claimed by one watcher, whichever process it is in;
 * a lease whose watcher has not been heard of for `leaseMs` may be taken over. Throws what a kept file throws.
 */
export interface ScheduleState {
  read(): Promise<ScheduleProgress>;
  claim(lease: Lease): Promise<Claim>;
  /** Says that the watcher is still there; false where the lease is another's by now. */
  beat(lease: Lease): Promise<boolean>;
  /** Done with everything up to that time; `baseline` is the run that the next is compared with. A later one that was done meanwhile stays. */
  finish(last: LastDue, baseline?: string): Promise<void>;
  /** Gives a lease back undone. */
  release(watcher: string): Promise<void>;
  remove(): Promise<void>;
}

/** How long a watcher may be silent before it counts as gone, in ms: several beats. */
export const leaseMs = 120_000;

const nothingYet: ScheduleProgress = { handled: null, lease: null, last: null, baseline: null };

const shape: z.ZodType<ScheduleProgress> = z.strictObject({
  handled: z.iso.datetime().nullable(),
  lease: z.strictObject({ due: z.iso.datetime(), watcher: z.string(), beat: z.iso.datetime() }).nullable(),
  last: z
    .strictObject({ due: z.iso.datetime(), at: z.iso.datetime(), outcome: z.string(), run: z.string().nullable() })
    .nullable(),
  baseline: z.string().nullable(),
});

function claimOf({ handled, lease }: ScheduleProgress, wanted: Lease): Claim {
  if (handled !== null && handled >= wanted.due) return "done";
  if (lease === null || lease.watcher === wanted.watcher) return "mine";
  return Date.parse(wanted.beat) - Date.parse(lease.beat) < leaseMs ? "held" : "mine";
}

/** The state of one schedule. The name is one that a schedule may have. */
export function openScheduleState(dataFolder: string, name: string): ScheduleState {
  const path = join(dataFolder, "schedules", `${name}.state.json`);
  const file = openKeptFile({ path, kind: "schedule-state", version: 1, shape });
  return {
    read: async () => (await file.read()) ?? nothingYet,
    claim: async (wanted) => {
      let claim: Claim = "held";
      await file.change((current = nothingYet) => {
        claim = claimOf(current, wanted);
        return claim === "mine" ? { ...current, lease: wanted } : current;
      });
      return claim;
    },
    beat: async (lease) => {
      let isMine = false;
      await file.change((current = nothingYet) => {
        isMine = current.lease?.watcher === lease.watcher && current.lease.due === lease.due;
        return isMine ? { ...current, lease } : current;
      });
      return isMine;
    },
    finish: async (last, baseline) => {
      await file.change((current = nothingYet) =>
        current.handled !== null && current.handled >= last.due
          ? current
          : { handled: last.due, lease: null, last, baseline: baseline ?? current.baseline },
      );
    },
    release: async (watcher) => {
      await file.change((current = nothingYet) =>
        current.lease?.watcher === watcher ? { ...current, lease: null } : current,
      );
    },
    remove: () => file.remove(),
  };
}
