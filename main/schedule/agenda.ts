import { dueTimes } from "../../reports/schedule/due-times.ts";
import type { Schedule } from "../../reports/schedule/schedule.ts";
import type { ScheduleProgress } from "../../reports/schedule/schedule-state.ts";

/** A run that is due. */
export interface Due {
  readonly schedule: Schedule;
  /** ISO 8601. */
  readonly due: string;
  /** Times before it that nobody has done anything for. */
  readonly missed: number;
  /** Seen so much later than it was due that nobody can have been watching. */
  readonly late: boolean;
}

/** What a watcher has to do. */
export interface Agenda {
  /** What is due of a schedule; undefined where nothing is. Whether it is late is settled when it is seen first. */
  look(schedule: Schedule, progress: ScheduleProgress, now: number): Due | undefined;
}

/** Later than this, in ms, is late: a watcher looks far more often. */
export const graceMs = 300_000;

/** An agenda of one watcher. What waits in it for its turn does not become late by that. */
export function createAgenda(): Agenda {
  const seen = new Map<string, { readonly due: string; readonly late: boolean }>();
  return {
    look: (schedule, { handled }, now) => {
      const { name, cron, zone, since, paused } = schedule;
      const after = handled !== null && handled > since ? handled : since;
      const span = paused ? undefined : dueTimes(cron, zone).within(after, now);
      if (span === undefined) {
        seen.delete(name);
        return undefined;
      }
      const { newest: due, earlier: missed } = span;
      const known = seen.get(name);
      const late = known?.due === due ? known.late : now - Date.parse(due) > graceMs;
      seen.set(name, { due, late });
      return { schedule, due, missed, late };
    },
  };
}
