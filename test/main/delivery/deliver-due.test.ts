import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { acceptException } from "../../../main/report/accept-exception.ts";
import { keptAnswers } from "../../../main/report/kept-answers.ts";
import { addSchedule } from "../../../main/schedule/add-schedule.ts";
import { removeSchedule } from "../../../main/schedule/change-schedule.ts";
import type { DeliveryToPlan } from "../../../main/schedule/plan-delivery.ts";
import type { DoneDue } from "../../../main/schedule/run-due.ts";
import { listSchedules, showSchedule } from "../../../main/schedule/show-schedules.ts";
import { journalKeyRing } from "../../../main/config/journal-key-ring.ts";
import { silentFront } from "../../acceptance/silent-front.ts";
import { type AskingHouse, openAskingHouse } from "../../asking-house.ts";
import { readableTexts } from "../../audit/readable-texts.ts";
import { type Mailbox, startMailbox } from "../../deliveries/mailbox.ts";
import { startReceivingServer } from "../../deliveries/receiving-server.ts";
import { send } from "../../emulator/read-org.ts";
import type { ManualClock } from "../../okta/clocks.ts";
import { approveReport, clockAt, snippets, startWatcher, type TestWatcher, until } from "../schedule/watching-house.ts";

const folder = mkdtempSync(join(tmpdir(), "attest-"));
let place: AskingHouse;
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await startMailbox();
  place = await openAskingHouse({ users: 20, seed: 5, port: 0 }, { SMTP_URL: mailbox.url, ATTEST_KEYCHAIN: "off" });
  for (const [name, source] of Object.entries(snippets)) await approveReport(place.house, name, source);
});
afterEach(async () => {
  const { schedules } = await listSchedules(place.house);
  for (const { schedule } of schedules) await removeSchedule(place.house, schedule.name);
});
afterAll(async () => {
  await place.close();
  await mailbox.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Adds a schedule of every day at seven, and gives its next time. */
async function add(report: string, delivery: Partial<DeliveryToPlan>, name = report): Promise<string> {
  const plan = { to: [], rule: "always", form: "csv", byteOrderMark: false, domains: [], ...delivery } as const;
  const when = { cron: "0 7 * * *", zone: "UTC", parameters: {}, missed: "once" } as const;
  const added = await addSchedule(place.house, { report, name, ...when, delivery: plan, folder }, silentFront);
  if (added.kind !== "added") throw new Error(`${report} was not added: ${added.kind}`);
  return added.next;
}

interface Watching extends TestWatcher {
  readonly clock: ManualClock;
}

/** A watcher that has slept until now. */
async function watching(): Promise<Watching> {
  const clock = await clockAt(new Date().toISOString());
  return { ...startWatcher(place.house, clock), clock };
}

const dayMs = 86_400_000;
const dayAfter = (time: string, days: number): string => new Date(Date.parse(time) + days * dayMs).toISOString();
const byTitle = ([a]: readonly unknown[], [b]: readonly unknown[]): number => (String(a) < String(b) ? -1 : 1);
const parcels = (done: readonly DoneDue[]): unknown =>
  done.flatMap((one) => one.parcels.map(({ kind, outcome, tries, reason }) => [kind, outcome, tries, reason]));

test("a webhook that fails twice is tried again after five seconds and thirty more, each try in the journal, its address nowhere", async () => {
  const { house } = place;
  const server = await startReceivingServer([503, 500]);
  const next = await add("groups", { to: [`slack:${server.origin}/services/very-secret`] });
  const { clock, ...watcher } = await watching();
  await watcher.jumpTo(next, 0);
  // The watcher's own wait, its beat, and the wait before the next try.
  const isWaiting = (count: number) => (): boolean => server.received.length === count && clock.waiting() === 3;
  await until(isWaiting(1), "the first try failed");
  await clock.goTo(Date.parse(next) + 4_999);
  const early = server.received.length;
  await clock.goTo(Date.parse(next) + 5_000);
  await until(isWaiting(2), "the second try failed");
  await clock.goTo(Date.parse(next) + 34_999);
  const earlyAgain = server.received.length;
  await clock.goTo(Date.parse(next) + 35_000);
  await until(() => watcher.done.length === 1, "the third try succeeded");
  await watcher.stop();
  server.close();
  const [done] = watcher.done;
  const tries = house.journal().deliveries.list("groups", next);
  expect({ early, earlyAgain, parcels: parcels(watcher.done), kept: done?.kept }).toMatchObject({
    early: 1,
    earlyAgain: 2,
    parcels: [["slack", "sent", 3, undefined]],
    kept: { outcome: "answered", delivered: 1, undelivered: 0 },
  });
  expect(tries.map(({ attempt, outcome, status, run, rows }) => [attempt, outcome, status, run, rows])).toEqual(
    [
      [3, "sent", 200],
      [2, "failed", 500],
      [1, "failed", 503],
    ].map((one) => [...one, done?.kept.run, done?.answer?.kind === "report" ? done.answer.report.count : null]),
  );
  expect(new Set(server.received.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(house.journal().verify().broken).toEqual([]);
  const shown = JSON.stringify(await showSchedule(house, "groups"));
  const texts = readableTexts(house.folder, journalKeyRing(house.settings.keys));
  const secrets = readFileSync(join(house.folder, "secrets.json"), "utf8");
  const timesIn = (text: string): number => text.split("very-secret").length - 1;
  expect({ shown: timesIn(shown), secrets: timesIn(secrets), all: timesIn(texts) }).toEqual({
    shown: 0,
    secrets: 1,
    all: 1,
  });
});

test("a report that declines, fails or is not run is delivered as such by every way, and no table goes with it", async () => {
  const { house, emulator } = place;
  const server = await startReceivingServer();
  const to = [`${server.origin}/hook`, "mail:boss@acme.test", "{name}-{date}.csv"];
  const apps = snippets.groups
    .replace("All groups", "Apps that cannot be read")
    .replace("listGroups", "listApplications")
    .replace("name: group.profile.name, type: group.type", "label: group.label");
  await approveReport(house, "failing", apps);
  const next = await add("declining", { to });
  await add("failing", { to });
  await add("nobody", { to });
  await send(emulator, "/emulator/faults", {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify([{ kind: "status", path: "/apps", status: 404 }]),
  });
  const watcher = await watching();
  await watcher.jumpTo(next, 3);
  await watcher.stop();
  server.close();
  await send(emulator, "/emulator/faults", {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: "[]",
  });
  const posted = server.received as readonly { readonly title: string; readonly rows: unknown }[];
  const day = next.slice(0, 10);
  expect({
    posted: posted.map(({ title, rows }) => [title, rows]).toSorted(byTitle),
    mailed: mailbox.received.map(({ subject, attachments }) => [subject, attachments]).toSorted(byTitle),
    files: readdirSync(folder).toSorted(),
    empty: readFileSync(join(folder, `nobody-${day}.csv`), "utf8"),
    note: readFileSync(join(folder, `declining-${day}.failed.txt`), "utf8")
      .split("\n")
      .slice(0, 3),
  }).toEqual({
    posted: [
      ["DECLINED: Members of a group that is not there", null],
      ["FAILED: Apps that cannot be read", null],
      ["Users of a status: no rows", []],
    ],
    mailed: [
      ["DECLINED: Members of a group that is not there", {}],
      ["FAILED: Apps that cannot be read", {}],
      ["Users of a status: no rows", { "nobody.csv": "id,login" }],
    ],
    files: [`declining-${day}.failed.txt`, `failing-${day}.failed.txt`, `nobody-${day}.csv`],
    empty: "id,login\n",
    note: ["DECLINED: Members of a group that is not there", "", expect.stringContaining("No such group")],
  });
});

test("on a difference, the first answer is delivered and then what changed alone, compared with what was delivered last", async () => {
  const { house, emulator } = place;
  const server = await startReceivingServer([200, 400]);
  const next = await add("groups", { to: [`${server.origin}/hook`], rule: "difference" }, "changes");
  const addGroup = (name: string) =>
    send(emulator, "/api/v1/groups", {
      method: "POST",
      headers: { authorization: `SSWS ${emulator.token}`, "content-type": "application/json" },
      body: JSON.stringify({ profile: { name } }),
    });
  const watcher = await watching();
  await watcher.jumpTo(next, 1);
  await watcher.jumpTo(dayAfter(next, 1), 2);
  await addGroup("New one");
  // This delivery is refused: the difference is still to be told the day after.
  await watcher.jumpTo(dayAfter(next, 2), 3);
  await addGroup("Another");
  await watcher.jumpTo(dayAfter(next, 3), 4);
  await watcher.jumpTo(dayAfter(next, 4), 5);
  await watcher.stop();
  server.close();
  const posted = server.received as readonly {
    readonly title: string;
    readonly lines: readonly string[];
    readonly count: number;
    readonly differences?: readonly { readonly difference: string; readonly name: string }[];
  }[];
  const [first] = posted;
  expect(
    house
      .journal()
      .schedules.listDue("changes", { limit: 9 })
      .map(({ held, delivered, undelivered }) => [held, delivered, undelivered]),
  ).toEqual([
    ["no difference", 0, 0],
    [undefined, 1, 0],
    [undefined, 0, 1],
    ["no difference", 0, 0],
    [undefined, 1, 0],
  ]);
  expect(
    posted.map(({ title, count, differences }) => [
      title,
      count - (first?.count ?? 0),
      differences?.map((one) => [one.difference, one.name]),
    ]),
  ).toEqual([
    [`All groups: ${first?.count} rows`, 0, undefined],
    [expect.stringContaining(", not as before"), 1, [["added", "New one"]]],
    [
      expect.stringContaining(", not as before"),
      2,
      [
        ["added", "New one"],
        ["added", "Another"],
      ],
    ],
  ]);
  expect(posted.at(-1)?.lines[0]).toMatch(/^Since run \S+ of \S+: 2 added, 0 removed, 0 changed\.$/);
});

test("rows split by a column go to a file each, and by mail to addresses of the named domains alone; the others are told", async () => {
  const { house } = place;
  const source = `import { okta } from "okta";

export const title = "Who answers for what";

export default async function () {
  const groups = await okta.listGroups({}).all();
  return groups.slice(0, 4).map((group, at) => ({
    id: group.id,
    owner: at === 0 ? "evil@evil.test" : at === 1 ? "nobody" : "boss@acme.test",
  }));
}
`;
  await approveReport(house, "owners", source);
  const before = mailbox.received.length;
  const to = ["mail:{value}", "mail:all@acme.test", "owners.csv"];
  const next = await add("owners", { to, split: "owner", domains: ["acme.test"] });
  const watcher = await watching();
  await watcher.jumpTo(next, 1);
  await watcher.stop();
  const [own, all, ...more] = mailbox.received.slice(before);
  expect([own?.to, Object.keys(own?.attachments ?? {})]).toEqual([
    ["boss@acme.test"],
    [expect.stringMatching(/^owners-boss-acme-test-[0-9a-f]{8}\.csv$/)],
  ]);
  expect(own?.text).toContain("Of all rows these are the 2 whose owner is boss@acme.test.");
  expect([all?.to, all?.text.split("\n").slice(2, 4), Object.keys(all?.attachments ?? {}).length, more]).toEqual([
    ["all@acme.test"],
    ["Not delivered to evil@evil.test: no address in acme.test.", "Not delivered to nobody: no address in acme.test."],
    3,
    [],
  ]);
  expect(readdirSync(folder).filter((one) => one.startsWith("owners-")).length).toBe(3);
  expect(watcher.done[0]?.kept).toMatchObject({ delivered: 5, undelivered: 2 });
});

test("what was sent before a watcher was stopped is not sent again by the next one", async () => {
  const good = await startReceivingServer();
  const bad = await startReceivingServer([503]);
  const next = await add("groups", { to: [`${good.origin}/a`, `teams:${bad.origin}/b`] }, "twice");
  const first = await watching();
  await first.jumpTo(next, 0);
  await until(
    () => good.received.length + bad.received.length === 2 && first.clock.waiting() === 3,
    "one waits to be tried again",
  );
  await first.stop();
  const second = startWatcher(place.house, await clockAt(next));
  await until(() => second.done.length === 1, "the second watcher did the rest");
  await second.stop();
  good.close();
  bad.close();
  expect([first.done, parcels(second.done), good.received.length, bad.received.length]).toEqual([
    [],
    [
      ["webhook", "sent before", 0, undefined],
      ["teams", "sent", 1, undefined],
    ],
    1,
    2,
  ]);
});

test("accepted exceptions are counted in the title, and each says so in its row", async () => {
  const { house } = place;
  const server = await startReceivingServer();
  await approveReport(house, "excepted", snippets.groups);
  const [answer] = keptAnswers(house, "excepted", undefined);
  const id = JSON.stringify(answer?.rows[0]?.["id"]).slice(1, -1);
  await acceptException(house, {
    report: "excepted",
    key: { id },
    owner: "IT",
    ticket: "T-1",
    expires: dayAfter(new Date().toISOString(), 9).slice(0, 10),
  });
  const next = await add("excepted", { to: [`${server.origin}/hook`] });
  const watcher = await watching();
  await watcher.jumpTo(next, 1);
  await watcher.stop();
  server.close();
  const [posted] = server.received as readonly { readonly title: string; readonly rows: readonly object[] }[];
  expect(posted?.title).toBe(`All groups: ${answer?.rows.length} rows, 1 of them accepted exception`);
  expect(posted?.rows.at(-1)).toMatchObject({ id, exception: "accepted", owner: "IT", ticket: "T-1" });
});

test("a delivery that could not be, or whose failures nobody would hear of, is not added", async () => {
  const { house } = place;
  const refused = [
    { to: [], rule: "alert" },
    { to: ["x.csv"], split: "colour" },
    { to: ["mail:{value}", "x.csv"] },
    { to: ["mail:{value}", "x.csv"], split: "name" },
    { to: ["mail:{value}"], split: "name", domains: ["acme.test"] },
  ] as const;
  const messages: string[] = [];
  for (const one of refused) {
    await add("groups", one, "wrong").catch((error: unknown) => messages.push(String(error).split(". ")[0] ?? ""));
  }
  expect(messages).toEqual([
    "Failure: --deliver alert is set, but not which answer is an alert",
    "Failure: The report has no column colour to split by",
    'Failure: "mail:{value}" needs a column with the addresses',
    'Failure: "mail:{value}" sends to addresses that are in the org, and who can write there could name any',
    "Failure: With mails to single values alone nobody would hear of a run that fails",
  ]);
  expect((await listSchedules(house)).schedules).toEqual([]);
});
