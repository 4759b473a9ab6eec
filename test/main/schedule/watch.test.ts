import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openHouse } from "../../../main/house.ts";
import { editReport, exportReport } from "../../../main/report/edit-report.ts";
import { addSchedule } from "../../../main/schedule/add-schedule.ts";
import { pauseSchedule, removeSchedule, resumeSchedule } from "../../../main/schedule/change-schedule.ts";
import type { DoneDue } from "../../../main/schedule/run-due.ts";
import { listSchedules, showSchedule } from "../../../main/schedule/show-schedules.ts";
import { watch } from "../../../main/schedule/watch.ts";
import { leaseMs, openScheduleState } from "../../../reports/schedule/schedule-state.ts";
import { silentFront } from "../../acceptance/silent-front.ts";
import { type AskingHouse, openAskingHouse } from "../../asking-house.ts";
import { send } from "../../emulator/read-org.ts";
import { approveReport, clockAt, jump, keepSchedule, snippets, startWatcher, until } from "./watching-house.ts";

let place: AskingHouse;
beforeAll(async () => {
  place = await openAskingHouse({ users: 20, seed: 5, port: 0 });
  for (const [name, source] of Object.entries(snippets)) await approveReport(place.house, name, source);
});
afterEach(async () => {
  for (const { schedule } of (await listSchedules(place.house)).schedules)
    await removeSchedule(place.house, schedule.name);
});
afterAll(() => place.close());

const inShort = ({ due, missed, late, kept }: DoneDue): unknown => [due.slice(0, 16), kept.outcome, missed, late];

test("a schedule runs at its time by the clocks of its zone, in summer and in winter, and at no other", async () => {
  const { house } = place;
  await keepSchedule(house, {
    report: "groups",
    name: "zoned",
    cron: "0 7 * * 1",
    zone: "Europe/Vienna",
    since: "2026-03-20T00:00:00.000Z",
  });
  const clock = await clockAt("2026-03-23T05:59:00Z");
  const watcher = startWatcher(house, clock);
  await watcher.jumpTo("2026-03-23T06:00:00Z", 1);
  await watcher.jumpTo("2026-03-30T04:59:59Z", 1);
  await watcher.jumpTo("2026-03-30T05:00:00Z", 2);
  await watcher.stop();
  expect(watcher.done.map(inShort)).toEqual([
    ["2026-03-23T06:00", "answered", 0, false],
    ["2026-03-30T05:00", "answered", 0, false],
  ]);
  const runs = watcher.done.map(({ kept }) => house.journal().runs.get(kept.run ?? "").beginning);
  expect(runs.map(({ timeZone, approval, planner }) => ({ timeZone, how: approval.how, planner }))).toEqual(
    Array.from({ length: 2 }, () => ({ timeZone: "Europe/Vienna", how: "prompt", planner: "report" })),
  );
});

test("what was missed while nobody watched, or the machine slept, is caught up by one run, or not at all where it says so", async () => {
  const { house } = place;
  await keepSchedule(house, { report: "groups", name: "once" });
  await keepSchedule(house, { report: "groups", name: "skip", missed: "skip" });
  const clock = await clockAt("2026-03-04T09:00:00Z");
  const watcher = startWatcher(house, clock);
  await until(() => watcher.done.length === 2, "both were looked at");
  // The machine sleeps over two mornings, and wakes four minutes after the third.
  await watcher.jumpTo("2026-03-07T07:04:00Z", 4);
  await watcher.stop();
  const runs = Object.fromEntries(
    ["once", "skip"].map((name) => [name, watcher.done.filter((one) => one.schedule.name === name).map(inShort)]),
  );
  expect(runs).toEqual({
    once: [
      ["2026-03-04T07:00", "answered", 3, true],
      ["2026-03-07T07:00", "answered", 2, false],
    ],
    skip: [
      ["2026-03-04T07:00", "missed", 3, true],
      ["2026-03-07T07:00", "answered", 2, false],
    ],
  });
});

test("of two watchers on one folder each due run is done by one", async () => {
  const { house, emulator } = place;
  const names = ["one", "two"];
  for (const name of names) await keepSchedule(house, { report: "groups", name, cron: "*/10 * * * *" });
  const second = openHouse(
    { ATTEST_HOME: house.folder, OKTA_DOMAIN: emulator.origin, OKTA_API_TOKEN: emulator.token },
    house.folder,
  );
  const clock = await clockAt("2026-03-01T00:00:00Z");
  const watchers = [startWatcher(house, clock), startWatcher(second, clock)];
  const all = (): readonly DoneDue[] => watchers.flatMap((one) => one.done);
  for (const [at, minute] of ["10", "20"].entries()) {
    await jump(clock, `2026-03-01T00:${minute}:00Z`, 2);
    await until(() => all().length >= 2 * (at + 1), "both were run");
    // Time for a second run of the same, if there were one.
    await jump(clock, `2026-03-01T00:${minute}:59Z`, 2);
  }
  for (const one of watchers) await one.stop();
  await second.close();
  const journalled = names.map((name) =>
    house
      .journal()
      .schedules.listDue(name, { limit: 20 })
      .map(({ due, outcome }) => [due.slice(11, 16), outcome]),
  );
  const [...troubles] = watchers.flatMap((one) => one.troubles);
  expect({ journalled, troubles, done: all().length }).toEqual({
    journalled: names.map(() => ["00:20", "00:10"].map((due) => [due, "answered"])),
    troubles: [],
    done: 4,
  });
});

test("what a killed watcher was at is done by another once its lease has run out", async () => {
  const { house } = place;
  await keepSchedule(house, { report: "groups", name: "left" });
  const due = "2026-03-01T07:00:00.000Z";
  await openScheduleState(house.folder, "left").claim({ due, watcher: "killed", beat: due });
  const clock = await clockAt(due);
  const watcher = startWatcher(house, clock);
  await watcher.jumpTo("2026-03-01T07:01:50Z", 0);
  const before = watcher.done.length;
  await watcher.jumpTo(new Date(Date.parse(due) + leaseMs + 21_000).toISOString(), 1);
  await watcher.stop();
  expect([before, watcher.done.map(inShort)]).toEqual([0, [["2026-03-01T07:00", "answered", 0, false]]]);
});

test("a watcher that is stopped stops its run, gives it back, and the next watcher does it", async () => {
  const { house, emulator } = place;
  await keepSchedule(house, { report: "groups", name: "stopped" });
  await send(emulator, "/emulator/faults", {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify([{ kind: "slow", path: "/groups(?!.*filter)", delayMs: 20_000, times: 1 }]),
  });
  const clock = await clockAt("2026-03-01T07:00:00Z");
  const first = startWatcher(house, clock);
  await until(() => emulator.faultsMet() === 1, "its read was on its way");
  await first.stop();
  const { handled, lease } = await openScheduleState(house.folder, "stopped").read();
  const [stopped] = house.journal().runs.listOfReport("groups", { limit: 1 });
  const second = startWatcher(house, clock);
  await second.jumpTo("2026-03-01T07:00:30Z", 1);
  await second.stop();
  expect({
    handled,
    lease,
    outcome: stopped?.ending?.outcome,
    first: first.done,
    second: second.done.map(inShort),
  }).toEqual({
    handled: null,
    lease: null,
    outcome: "stopped",
    first: [],
    second: [["2026-03-01T07:00", "answered", 0, false]],
  });
});

test("rows or none are an alert where the schedule says so; a run that declines or fails is none, and is told apart", async () => {
  const { house } = place;
  const wanted = [
    { report: "groups", name: "rows", alertWhen: "any-row" },
    { report: "groups", name: "no-rows", alertWhen: "no-row" },
    { report: "nobody", name: "empty", alertWhen: "no-row" },
    { report: "declining", name: "declines", alertWhen: "any-row" },
    { report: "not-there", name: "gone" },
  ] as const;
  for (const one of wanted) await keepSchedule(house, one);
  const done: DoneDue[] = [];
  const onDue = (one: DoneDue): unknown => done.push(one);
  const troubles: unknown[] = [];
  const clock = await clockAt("2026-03-01T07:00:00Z");
  const { signal } = new AbortController();
  await watch(house, { clock, signal, once: true, onDue, onTrouble: (one) => troubles.push(one) });
  const outcomes = done.map(({ kept: { schedule, outcome, alert, failure } }) => [schedule, outcome, alert, failure]);
  expect([Object.fromEntries(outcomes.map(([name, ...rest]) => [name, rest])), troubles]).toEqual([
    {
      rows: ["answered", true, undefined],
      "no-rows": ["answered", false, undefined],
      empty: ["empty", true, undefined],
      declines: ["declined", false, undefined],
      gone: ["failed", false, "library/not-found"],
    },
    [],
  ]);
});

test("a version that nobody approved is not run, and nothing is sent for it", async () => {
  const { house } = place;
  await approveReport(house, "edited", snippets.groups);
  await keepSchedule(house, { report: "edited" });
  const text = (await exportReport(house, "edited")).text.replace("listGroups({})", 'listGroups({ q: "Every" })');
  await editReport(house, { name: "edited", version: 1, text });
  const clock = await clockAt("2026-03-01T07:00:00Z");
  const runsBefore = house.journal().runs.listOfReport("edited", { limit: 9 }).length;
  const watcher = startWatcher(house, clock);
  await watcher.jumpTo("2026-03-01T07:00:01Z", 1);
  await watcher.stop();
  expect(watcher.done.map(inShort)).toEqual([["2026-03-01T07:00", "waiting", 0, false]]);
  expect(house.journal().runs.listOfReport("edited", { limit: 9 }).length).toBe(runsBefore);
});

test("adding asks for an approval where there is none, and its name, times and parameters must be such", async () => {
  const { house } = place;
  const delivery = { to: [], rule: "always", form: "csv", byteOrderMark: false, domains: [] } as const;
  const times = { cron: "0 7 * * 1", parameters: {}, missed: "once" } as const;
  const wanted = { report: "locked-out-users", ...times, delivery, folder: house.folder };
  expect((await addSchedule(house, wanted, silentFront)).kind).toBe("waiting");
  const groups = { ...wanted, report: "groups", name: "weekly", zone: "Europe/Vienna" };
  const added = await addSchedule(house, groups, silentFront);
  const again = addSchedule(house, groups, silentFront);
  await expect(again).rejects.toThrow("There is a schedule weekly already.");
  const refused = [
    addSchedule(house, { ...groups, name: "Weekly!" }, silentFront),
    addSchedule(house, { ...groups, name: "w2", cron: "never" }, silentFront),
    addSchedule(house, { ...groups, name: "w2", parameters: { days: "3" } }, silentFront),
    addSchedule(house, { ...groups, name: "w2", report: "no-such" }, silentFront),
  ];
  const messages = (await Promise.allSettled(refused)).map((one) =>
    one.status === "rejected" ? String(one.reason).split(". ")[0] : "added",
  );
  expect(messages).toEqual([
    'Failure: "Weekly!" is no name for a schedule',
    'Failure: "never" says no time',
    "Failure: The snippet has no parameter days",
    "Failure: There is no report no-such",
  ]);
  const { schedules } = await listSchedules(house);
  expect(schedules.map(({ schedule, next, overdue }) => [schedule.name, next, overdue])).toEqual([
    ["weekly", added.kind === "added" ? added.next : "", null],
  ]);
});

test("a paused schedule rests, and catches nothing up when it goes on; one that nobody runs is overdue", async () => {
  const { house } = place;
  await keepSchedule(house, { report: "groups", name: "resting" });
  const now = Date.parse("2026-03-03T12:00:00Z");
  expect(await showSchedule(house, "resting", now)).toMatchObject({
    overdue: "2026-03-03T07:00:00.000Z",
    nextTimes: ["2026-03-04T07:00:00.000Z", "2026-03-05T07:00:00.000Z", "2026-03-06T07:00:00.000Z"],
  });
  await pauseSchedule(house, "resting");
  expect(await showSchedule(house, "resting", now)).toMatchObject({ overdue: null, next: null, nextTimes: [] });
  await resumeSchedule(house, "resting");
  const clock = await clockAt(new Date().toISOString());
  const watcher = startWatcher(house, clock);
  await watcher.jumpTo(new Date(Date.now() + 1000).toISOString(), 0);
  await watcher.stop();
  expect(watcher.done).toEqual([]);
});
