import type { Front } from "../../../main/front.ts";
import type { House } from "../../../main/house.ts";
import { importReport } from "../../../main/report/edit-report.ts";
import { runReport } from "../../../main/report/run-report.ts";
import type { DoneDue } from "../../../main/schedule/run-due.ts";
import { watch } from "../../../main/schedule/watch.ts";
import type { Schedule } from "../../../reports/schedule/schedule.ts";
import { openSchedules } from "../../../reports/schedule/schedules.ts";
import type { FailureDescription } from "../../../terms/failure.ts";
import { silentFront } from "../../acceptance/silent-front.ts";
import { createManualClock, type ManualClock } from "../../okta/clocks.ts";

/** Snippets for reports that take one read. */
export const snippets = {
  groups: `import { okta } from "okta";

export const title = "All groups";

export default async function () {
  const groups = await okta.listGroups({}).all();
  return groups.map((group) => ({ id: group.id, name: group.profile.name, type: group.type }));
}
`,
  nobody: `import { filter, okta } from "okta";

export const title = "Users of a status";
export const params = { status: "LOCKED_OUT", login: "nobody@nowhere.example" };

export default async function ({ status, login }: typeof params) {
  const users = await okta.listUsers({ search: filter\`status eq \${status} and profile.login eq \${login}\` }).all();
  return users.map((user) => ({ id: user.id, login: user.profile.login }));
}
`,
  declining: `import { named, okta } from "okta";

export const title = "Members of a group that is not there";

export default async function () {
  const group = named(await okta.listGroups({}).all(), "profile.name", "No such group");
  const users = await okta.listGroupUsers({ groupId: group.id }).all();
  return users.map((user) => ({ id: user.id, login: user.profile.login }));
}
`,
} as const;

/** A front with somebody who reads each review and says yes. */
export const approvingFront: Front = {
  ...silentFront,
  yes: false,
  decide: () => Promise.resolve({ kind: "yes" }),
};

/** Saves a report and runs it once, so that it is approved. */
export async function approveReport(house: House, name: string, source: string): Promise<void> {
  const saved = await importReport(house, name, `// Key: id\n\n${source}`);
  if (saved.kind === "findings") throw new Error(JSON.stringify(saved.findings));
  await runReport(house, { name, parameters: {} }, approvingFront);
}

/** Keeps a schedule as `schedule add` would have at that time. */
export async function keepSchedule(
  house: House,
  given: Partial<Schedule> & { readonly report: string },
): Promise<Schedule> {
  const schedule: Schedule = {
    name: given.report,
    org: (await house.org()).address.origin,
    cron: "0 7 * * *",
    zone: "UTC",
    parameters: {},
    missed: "once",
    delivery: { rule: "always", targets: [], form: "csv", byteOrderMark: false },
    paused: false,
    since: "2026-03-01T00:00:00.000Z",
    by: "test",
    ...given,
  };
  await openSchedules(house.folder).add(schedule);
  return schedule;
}

/** A watcher with a clock that the test moves on. */
export interface TestWatcher {
  readonly done: readonly DoneDue[];
  readonly troubles: readonly FailureDescription[];
  /** Is at that time at once, and waits until this watcher has done as many due runs in all. */
  jumpTo(time: string, doneInAll: number): Promise<void>;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
}

/** A clock that the test moves on, at that time. */
export async function clockAt(time: string): Promise<ManualClock> {
  const clock = createManualClock();
  await clock.jumpTo(Date.parse(time));
  return clock;
}

/** Lets watchers, of which there are as many, come to rest, and is at that time at once. */
export async function jump(clock: ManualClock, time: string, watchers: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5));
  await until(() => clock.waiting() >= watchers, "all watchers had nothing to do");
  await clock.jumpTo(Date.parse(time));
}

/** Resolves when that is so. Fails after ten seconds. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It did not come to pass that ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Starts a watcher on a house. */
export function startWatcher(house: House, clock: ManualClock): TestWatcher {
  const controller = new AbortController();
  const done: DoneDue[] = [];
  const troubles: FailureDescription[] = [];
  const ended = watch(house, {
    clock,
    signal: controller.signal,
    once: false,
    onDue: (one) => done.push(one),
    onTrouble: (one) => troubles.push(one),
  });
  return {
    done,
    troubles,
    jumpTo: async (time, doneInAll) => {
      await jump(clock, time, 1);
      await until(() => done.length >= doneInAll, `${doneInAll} due runs were done by ${time}`);
    },
    stop: async () => {
      controller.abort();
      await ended;
    },
  };
}
