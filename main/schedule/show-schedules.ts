import type { KeptDueRun } from "../../audit/books/schedule-book.ts";
import { dueTimes } from "../../reports/schedule/due-times.ts";
import type { Schedule } from "../../reports/schedule/schedule.ts";
import { type LastDue, openScheduleState } from "../../reports/schedule/schedule-state.ts";
import { openSchedules } from "../../reports/schedule/schedules.ts";
import { sayTarget } from "../../reports/schedule/target.ts";
import type { FailureDescription } from "../../terms/failure.ts";
import type { House } from "../house.ts";
import { graceMs } from "./agenda.ts";

/** A schedule with how far it is. */
export interface ListedSchedule {
  readonly schedule: Schedule;
  /** When it is due next, ISO 8601; null while it is paused. */
  readonly next: string | null;
  readonly last: LastDue | null;
  /** A time that has passed without anybody doing what was due: as a rule no watcher is running. Null where there is none. */
  readonly overdue: string | null;
}

/** All schedules, and the files that could not be read. */
export interface ScheduleList {
  readonly schedules: readonly ListedSchedule[];
  readonly unreadable: readonly FailureDescription[];
}

/** A schedule, its next times, and what became of it lately. */
export interface ShownSchedule extends ListedSchedule {
  /** ISO 8601. */
  readonly nextTimes: readonly string[];
  /** Where its answers go, each in words. */
  readonly targets: readonly string[];
  /** The newest first. */
  readonly runs: readonly KeptDueRun[];
}

const shownTimes = 3;
const shownRuns = 10;

async function listed(house: House, schedule: Schedule, now: number): Promise<ListedSchedule> {
  const { handled, lease, last } = await openScheduleState(house.folder, schedule.name).read();
  const times = dueTimes(schedule.cron, schedule.zone);
  const since = handled !== null && handled > schedule.since ? handled : schedule.since;
  const isWaitedFor = !schedule.paused && lease === null;
  return {
    schedule,
    next: schedule.paused ? null : (times.next(now) ?? null),
    last,
    overdue: (isWaitedFor ? times.within(since, now - graceMs)?.newest : undefined) ?? null,
  };
}

/** All schedules by name; a file that cannot be read does not hide the others. */
export async function listSchedules(house: House, now: number = Date.now()): Promise<ScheduleList> {
  const { schedules, unreadable } = await openSchedules(house.folder).list();
  return { schedules: await Promise.all(schedules.map((one) => listed(house, one, now))), unreadable };
}

/** One schedule. Throws `library/not-found`. */
export async function showSchedule(house: House, name: string, now: number = Date.now()): Promise<ShownSchedule> {
  const schedule = await openSchedules(house.folder).get(name);
  const times = dueTimes(schedule.cron, schedule.zone);
  const nextTimes: string[] = [];
  let at: string | undefined = schedule.paused ? undefined : times.next(now);
  while (at !== undefined && nextTimes.length < shownTimes) {
    nextTimes.push(at);
    at = times.next(Date.parse(at));
  }
  const runs = house.journal().schedules.listDue(name, { limit: shownRuns });
  return {
    ...(await listed(house, schedule, now)),
    nextTimes,
    runs,
    targets: schedule.delivery.targets.map(sayTarget),
  };
}
