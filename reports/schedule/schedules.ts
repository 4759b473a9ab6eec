import { join } from "node:path";
import { type KeptFile, openKeptFile } from "../../library/kept-file.ts";
import { readKeptFolder } from "../../library/kept-folder.ts";
import { Failure, type FailureDescription } from "../../terms/failure.ts";
import { checkReportName, isReportName } from "../report-name.ts";
import { openScheduleState } from "./schedule-state.ts";
import { type Schedule, scheduleShape, scheduleVersion } from "./schedule.ts";

/** The schedules, and the files that could not be read, each with its failure. */
export interface KeptSchedules {
  readonly schedules: readonly Schedule[];
  readonly unreadable: readonly FailureDescription[];
}

/**
 * The schedules of a data folder, one file each. Contract: reading throws `library/broken` or `library/newer` for that one;
 * changing also `library/busy` and `library/unwritable`; nothing of another process is lost.
 */
export interface ScheduleStore {
  /** All of them by name; a file that cannot be read does not hide the others. */
  list(): Promise<KeptSchedules>;
  /** Throws `library/not-found`, and `config/invalid` for what is no name. */
  get(name: string): Promise<Schedule>;
  /** Throws `library/exists`. */
  add(schedule: Schedule): Promise<void>;
  /** Throws `library/not-found`. */
  change(name: string, update: (current: Schedule) => Schedule): Promise<Schedule>;
  /** Throws `library/not-found`. */
  remove(name: string): Promise<void>;
}

function exists(name: string): Failure<"library/exists"> {
  return new Failure(
    "library/exists",
    { what: "schedule", name },
    {
      found: `There is a schedule ${name} already.`,
      why: "Two of one name could not be told apart; nothing was changed.",
      help: `Give this one another name (--name), or take that one away: attest schedule remove ${name}.`,
    },
  );
}

/** What a schedule that is not there is said to be. */
function noSuchSchedule(name: string): Failure<"library/not-found"> {
  return new Failure(
    "library/not-found",
    { what: "schedule", name },
    {
      found: `There is no schedule ${name}.`,
      why: "Nothing was changed.",
      help: "attest schedule list shows all of them.",
    },
  );
}

/** The schedules of a data folder. */
export function openSchedules(dataFolder: string): ScheduleStore {
  const folder = join(dataFolder, "schedules");
  const fileOf = (name: string): KeptFile<Schedule> =>
    openKeptFile({
      path: join(folder, `${checkReportName(name, "schedule")}.json`),
      kind: "schedule",
      version: scheduleVersion,
      shape: scheduleShape,
    });
  const get = async (name: string): Promise<Schedule> => {
    const found = await fileOf(name).read();
    if (found === undefined) throw noSuchSchedule(name);
    return found;
  };
  return {
    get,
    list: async () => {
      const { kept, unreadable } = await readKeptFolder(folder, isReportName, (name) => fileOf(name).read());
      return { schedules: kept, unreadable };
    },
    add: async (schedule) => {
      await fileOf(schedule.name).change((current) => {
        if (current !== undefined) throw exists(schedule.name);
        return schedule;
      });
    },
    change: (name, update) =>
      fileOf(name).change((current) => {
        if (current === undefined) throw noSuchSchedule(name);
        return update(current);
      }),
    remove: async (name) => {
      await get(name);
      await fileOf(name).remove();
      await openScheduleState(dataFolder, name).remove();
    },
  };
}
