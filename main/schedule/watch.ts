import { randomUUID } from "node:crypto";
import type { Clock } from "../../okta/pacing/clock.ts";
import { dueTimes } from "../../reports/schedule/due-times.ts";
import { openScheduleState } from "../../reports/schedule/schedule-state.ts";
import { openSchedules } from "../../reports/schedule/schedules.ts";
import type { Schedule } from "../../reports/schedule/schedule.ts";
import { type FailureDescription, isFailure } from "../../terms/failure.ts";
import type { House } from "../house.ts";
import { type Agenda, createAgenda, type Due } from "./agenda.ts";
import { handleDue, type Worker } from "./handle-due.ts";
import type { DoneDue } from "./run-due.ts";

export { systemClock } from "../../okta/pacing/clock.ts";

/** What a front end gives a watcher. */
export interface WatchOptions {
  readonly clock: Clock;
  /** Ends the watch: what is being run is stopped, and is due again for the next watcher. */
  readonly signal: AbortSignal;
  /** Do what is due now, then end. */
  readonly once: boolean;
  /** Called for each due run that this watcher has done. */
  readonly onDue: (done: DoneDue) => void;
  /** Called once for each thing that is wrong with the library or the journal. */
  readonly onTrouble: (failure: FailureDescription) => void;
}

/** A watcher looks this often, in ms: it notices within that time that the machine slept, or that a schedule was added. */
const lookMs = 20_000;
/** Due runs that one watcher works on at once. */
const atOnce = 3;

/** What one look at the library showed. */
interface Look {
  readonly due: readonly Due[];
  /** When something is due next, ms since 1970; undefined where nothing is. */
  readonly next: number | undefined;
}

async function lookAt(house: House, agenda: Agenda, now: number, onTrouble: WatchOptions["onTrouble"]): Promise<Look> {
  const { schedules, unreadable } = await openSchedules(house.folder).list();
  for (const failure of unreadable) onTrouble(failure);
  const org = (await house.org()).address.origin;
  const due: Due[] = [];
  const next: number[] = [];
  for (const schedule of schedules.filter((one) => one.org === org && !one.paused)) {
    try {
      const found = agenda.look(schedule, await openScheduleState(house.folder, schedule.name).read(), now);
      if (found !== undefined) due.push(found);
      next.push(nextOf(schedule, now));
    } catch (error) {
      if (!isFailure(error)) throw error;
      onTrouble(error.describe());
    }
  }
  return {
    due: due.toSorted((a, b) => (a.due < b.due ? -1 : 1)),
    next: next.length === 0 ? undefined : Math.min(...next),
  };
}

function nextOf({ cron, zone }: Schedule, now: number): number {
  return Date.parse(dueTimes(cron, zone).next(now) ?? "9999-12-31T00:00:00Z");
}

/** Waits until there may be something to do: a time has come, one of the runs has ended, or the watch ends. */
async function pause(ms: number, running: Iterable<Promise<void>>, { clock, signal }: WatchOptions): Promise<void> {
  const over = new AbortController();
  const waited = clock.wait(ms, AbortSignal.any([signal, over.signal])).catch(() => undefined);
  await Promise.race([waited, ...running]);
  over.abort();
  await waited;
}

/** Says each trouble once. */
function sayOnce(onTrouble: WatchOptions["onTrouble"]): WatchOptions["onTrouble"] {
  const said = new Set<string>();
  return (failure) => {
    const { code, found } = failure;
    if (said.has(`${code} ${found}`)) return;
    said.add(`${code} ${found}`);
    onTrouble(failure);
  };
}

/** Starts what is due, each of it in its turn, and never what it is at already or has tried a moment ago. */
interface Starter {
  readonly running: ReadonlyMap<string, Promise<void>>;
  start(due: Due): Promise<void> | undefined;
}

function createStarter(house: House, worker: Worker, { onDue, onTrouble }: WatchOptions): Starter {
  const running = new Map<string, Promise<void>>();
  // Another watcher may be at it: its end is waited for without asking all the time.
  const tried = new Map<string, { readonly due: string; readonly until: number }>();
  const work = async (due: Due): Promise<void> => {
    const { name } = due.schedule;
    tried.set(name, { due: due.due, until: worker.clock.now() + lookMs });
    try {
      const done = await handleDue(house, due, worker);
      if (done !== undefined) onDue(done);
    } catch (error) {
      if (!isFailure(error)) throw error;
      onTrouble(error.describe());
      // What cannot be noted as done would be done, and delivered, again and again.
      tried.set(name, { due: due.due, until: Infinity });
    }
  };
  return {
    running,
    start: (due) => {
      const { name } = due.schedule;
      const last = tried.get(name);
      const isTried = last?.due === due.due && worker.clock.now() < last.until;
      if (isTried || running.has(name) || running.size >= atOnce) return undefined;
      const task = work(due).finally(() => running.delete(name));
      running.set(name, task);
      return task;
    },
  };
}

/**
 * Runs the schedules of the org in use when they are due, until the signal fires. Any number of watchers may watch one data
 * folder. Rejects with `config/missing` without an org, and where the data folder cannot be read at all.
 */
export async function watch(house: House, options: WatchOptions): Promise<void> {
  const { clock, signal, once } = options;
  const onTrouble = sayOnce(options.onTrouble);
  const agenda = createAgenda();
  const worker: Worker = { name: `${process.pid} ${randomUUID()}`, clock, signal };
  const starter = createStarter(house, worker, { ...options, onTrouble });
  if (once) {
    for (const due of (await lookAt(house, agenda, clock.now(), onTrouble)).due)
      if (!signal.aborted) await starter.start(due);
    return;
  }
  while (!signal.aborted) {
    const { due, next = Infinity } = await lookAt(house, agenda, clock.now(), onTrouble);
    for (const one of due) void starter.start(one);
    await pause(Math.min(lookMs, Math.max(next - clock.now(), 1)), starter.running.values(), options);
  }
  await Promise.all(starter.running.values());
}
