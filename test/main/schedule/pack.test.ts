// A pack that is run by itself: an emulated org, a webhook on loopback, and a clock that the test moves on.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderDoneDue, renderShownSchedule } from "../../../cli/render/render-schedules.ts";
import { acceptException } from "../../../main/report/accept-exception.ts";
import { addSchedule, type ScheduleToAdd } from "../../../main/schedule/add-schedule.ts";
import { removeSchedule } from "../../../main/schedule/change-schedule.ts";
import type { DoneDue } from "../../../main/schedule/run-due.ts";
import { listSchedules, showSchedule } from "../../../main/schedule/show-schedules.ts";
import type { Row } from "../../../terms/cell.ts";
import { silentFront } from "../../acceptance/silent-front.ts";
import { type AskingHouse, openAskingHouse } from "../../asking-house.ts";
import { type ReceivingServer, startReceivingServer } from "../../deliveries/receiving-server.ts";
import { send, textOf } from "../../emulator/read-org.ts";
import { approvingFront, clockAt, keepSchedule, startWatcher } from "./watching-house.ts";

let place: AskingHouse;
let server: ReceivingServer;
let wanted: ScheduleToAdd;
beforeAll(async () => {
  place = await openAskingHouse({ users: 20, seed: 5, port: 0 }, { ATTEST_KEYCHAIN: "off" });
  server = await startReceivingServer();
  const delivery = { to: [`${server.origin}/hook`], rule: "difference", form: "csv", byteOrderMark: false } as const;
  wanted = {
    report: "stig",
    pack: "stig",
    cron: "0 7 * * *",
    zone: "UTC",
    parameters: {},
    missed: "once",
    alertWhen: "any-fail",
    delivery: { ...delivery, domains: [] },
    folder: place.house.folder,
  };
});
afterAll(async () => {
  await place.close();
  server.close();
});

interface Posted {
  readonly title: string;
  readonly lines: readonly string[];
  readonly rows: readonly Row[];
  readonly differences?: readonly Row[];
  readonly outcome: string;
}

test("a pack is scheduled once each of its reports is approved, and what means nothing for it is refused", async () => {
  const { house } = place;
  const waiting = await addSchedule(house, wanted, silentFront);
  const refused = await Promise.allSettled([
    addSchedule(house, { ...wanted, parameters: { days: "3" } }, silentFront),
    addSchedule(house, { ...wanted, alertWhen: "any-row" }, silentFront),
    addSchedule(house, { ...wanted, pack: undefined, report: "empty-groups" }, silentFront),
  ]);
  const added = await addSchedule(house, wanted, approvingFront);
  await removeSchedule(house, "stig");
  expect({
    waiting: waiting.kind === "waiting" ? waiting.reviewHashes.length : waiting.kind,
    refused: refused.map((one) => (one.status === "rejected" ? String(one.reason).split(/[.:] /)[1] : "added")),
    added: added.kind === "added" ? [added.schedule.name, added.schedule.pack] : added.kind,
  }).toEqual({
    waiting: 4,
    refused: [
      "The pack stig has no parameter days",
      "The summary of a pack has a row for each requirement, whatever was found",
      "any-fail is about the requirements of a pack",
    ],
    added: ["stig", "stig"],
  });
});

/** Accepts as exceptions what fails of a requirement in the answer of a due run. */
async function acceptFailing(done: DoneDue | undefined, check: string): Promise<void> {
  const results = done?.answer?.kind === "pack" ? done.answer.found.results : [];
  const rows = results.flatMap(({ result }) => (result.kind === "report" ? result.report.rows : []));
  for (const row of rows.filter((one) => one["check"] === check && one["result"] === "fail")) {
    const key = { check, policyId: textOf(row["policyId"]) };
    const excepted = { report: "stig-global-session", key, owner: "IT", ticket: "T-1", expires: "2099-01-01" };
    await acceptException(place.house, excepted);
  }
}

test("a pack runs at its times with one delivery: its summary, what differs in it, or that it is incomplete", async () => {
  const { house, emulator } = place;
  const added = await addSchedule(house, wanted, approvingFront);
  const next = Date.parse(added.kind === "added" ? added.next : "");
  const day = (count: number): string => new Date(next + count * 86_400_000).toISOString();
  const watcher = startWatcher(house, await clockAt(new Date().toISOString()));
  await watcher.jumpTo(day(0), 1);
  await watcher.jumpTo(day(1), 2);
  await acceptFailing(watcher.done[0], "V-273186");
  await watcher.jumpTo(day(2), 3);
  const headers = { "content-type": "application/json" };
  const rules = [{ kind: "status", path: "type=PASSWORD", status: 403 }];
  await send(emulator, "/emulator/faults", { method: "PUT", headers, body: JSON.stringify(rules) });
  await watcher.jumpTo(day(3), 4);
  await watcher.stop();
  const posted = server.received as readonly Posted[];
  expect(
    watcher.done.map(({ kept }) => [kept.outcome, kept.alert, kept.runs?.length, kept.held ?? kept.delivered]),
  ).toEqual([
    ["answered", true, 4, 1],
    ["answered", true, 4, "no difference"],
    ["answered", true, 4, 1],
    ["incomplete", true, 3, 1],
  ]);
  expect(posted.map(({ title, rows: all, differences = [] }) => [title, all.length, differences])).toEqual([
    ["ALERT: Pack stig: 21 fail, 5 not checkable, 3 pass", 29, []],
    [
      "ALERT: Pack stig: 1 fail (accepted exception), 5 not checkable, 20 fail, 3 pass, not as before",
      29,
      [
        expect.objectContaining({
          difference: "changed",
          check: "V-273186",
          changes: expect.arrayContaining(["result: fail → fail (accepted exception)"]),
        }),
      ],
    ],
    [expect.stringMatching(/^ALERT: INCOMPLETE: Pack stig: .*10 not answered/), 29, []],
  ]);
  const runs = watcher.done[0]?.kept.runs ?? [];
  expect(posted.map(({ lines }) => lines)).toEqual([
    expect.arrayContaining([
      "It is the first answer of this schedule: there is none to compare it with.",
      `Runs ${runs.join(", ")}: attest journal pack ${runs.join(" ")} --out FILE.zip has their evidence.`,
    ]),
    expect.arrayContaining([expect.stringMatching(/^Since run \S+ of \S+: 0 added, 0 removed, 1 changed[.]$/)]),
    expect.arrayContaining([
      "stig-password-policies gave no answer.",
      expect.stringMatching(/^Okta refused listPolicies/),
    ]),
  ]);
  const shown = renderShownSchedule(await showSchedule(house, "stig", next));
  expect(shown).toContain("stig: the pack stig, on");
  expect(watcher.done.map((one) => renderDoneDue(one).split("\n").slice(0, 2).join("\n"))[3]).toMatch(
    /stig: ALERT, incomplete, .*10 not answered.*, runs \S+, \S+, \S+\n {2}no answer: stig-password-policies$/,
  );
});

test("a schedule that was kept before there were packs is read as it is, and one with a pack is not taken for an older one", async () => {
  const { house } = place;
  await keepSchedule(house, { report: "empty-groups", name: "older" });
  await keepSchedule(house, { report: "stig", pack: "stig", name: "newer" });
  const pathOf = (name: string): string => join(house.folder, "schedules", `${name}.json`);
  const versionOf = (name: string): unknown => JSON.parse(readFileSync(pathOf(name), "utf8")).version;
  writeFileSync(pathOf("older"), readFileSync(pathOf("older"), "utf8").replace(/"version": ?2/, '"version":1'));
  const versions = ["older", "newer"].map(versionOf);
  const { schedules, unreadable } = await listSchedules(house);
  expect({ versions, packs: schedules.map(({ schedule }) => [schedule.name, schedule.pack]), unreadable }).toEqual({
    versions: [1, 2],
    packs: [
      ["newer", "stig"],
      ["older", undefined],
      ["stig", "stig"],
    ],
    unreadable: [],
  });
});
