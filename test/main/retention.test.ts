import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openJournal, type Journal } from "../../audit/journal.ts";
import { journalKeyRing } from "../../main/config/journal-key-ring.ts";
import { examineRetention } from "../../main/doctor/examine-retention.ts";
import { exportRun } from "../../main/export-run.ts";
import { importRun } from "../../main/import-run.ts";
import { openHouse } from "../../main/house.ts";
import { applyRetention } from "../../main/retention/apply-retention.ts";
import { openAskingHouse, type AskingHouse } from "../asking-house.ts";
import { beginning, bodyAt, readAt } from "../audit/sample-run.ts";

const dayMs = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * dayMs).toISOString();

let folder: string;
let place: AskingHouse;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attest-retention-"));
  place = await openAskingHouse({ users: 20, seed: 1 }, { ATTEST_KEYS: join(folder, "keys") });
});
afterAll(async () => {
  await place.close();
  rmSync(folder, { recursive: true, force: true });
});

async function keepRun(journal: Journal, more: object = {}): Promise<string> {
  const run = await journal.beginRun({ ...beginning, ...more });
  await Promise.all([0, 1].map((step) => run.keep(readAt(step), bodyAt(step))));
  await run.end({ outcome: "answered", rows: [{ login: "a" }], notes: [] });
  return run.run;
}

/** Runs of so many days ago, in a data folder that no house has opened yet. */
async function plant(data: string, keys: string): Promise<Readonly<Record<string, string>>> {
  let days = 0;
  const ring = journalKeyRing(keys);
  const journal = openJournal({ folder: data, ring, now: () => new Date(Date.now() - days * dayMs) });
  const runAt = (ago: number, more?: object): Promise<string> => {
    days = ago;
    return keepRun(journal, more);
  };
  const old = await runAt(100);
  const pinned = await runAt(99);
  await journal.erasures.pin(pinned, true, "ines");
  const report = await runAt(98, { planner: "report" });
  const fresh = await runAt(1);
  await journal.close();
  return { old, pinned, report, fresh };
}

const source = `import { okta } from 'okta'
export const title = 'All groups'
export default async function () {
  return (await okta.listGroups({}).all()).map((group) => ({ id: group.id }))
}
`;

function timesApplied({ path }: Journal): unknown {
  const database = new DatabaseSync(path, { readOnly: true });
  const row = database.prepare("SELECT count(*) AS count FROM entries WHERE kind = 'retention'").get();
  database.close();
  return row?.["count"];
}

async function untilApplied(journal: Journal): Promise<void> {
  while (journal.retention.findLast() === undefined) await pause(20);
}

test("the first run of a day erases beside itself what is out of its time, and the second leaves it at that", async () => {
  const { house } = place;
  const planted = await plant(house.folder, join(folder, "keys"));
  const before = examineRetention(house);
  await place.run(source);
  const journal = house.journal();
  await untilApplied(journal);
  const first = journal.retention.findLast();
  applyRetention(house);
  await pause(100);
  const reads = Object.fromEntries(
    Object.entries(planted).map(([name, run]) => [name, [...journal.runs.listReads(run)].length]),
  );
  expect({
    before: before.state,
    reads,
    first,
    times: timesApplied(journal),
    found: examineRetention(house),
    broken: journal.verify({ bodies: true }).broken,
  }).toEqual({
    before: "poor",
    reads: { old: 0, pinned: 2, report: 2, fresh: 2 },
    first: { at: first?.at, entries: 3, chains: 1, isCut: false },
    times: 1,
    found: {
      state: "good",
      found: `Responses are kept for 90 days, those of reports for 400; applied last at ${first?.at}, when 1 runs and plannings lost theirs.`,
    },
    broken: [],
  });
});

test("what is under way is not begun a second time", async () => {
  const twice = { data: join(folder, "twice"), keys: join(folder, "keys-of-twice") };
  await plant(twice.data, twice.keys);
  const house = openHouse({ ATTEST_HOME: twice.data, ATTEST_KEYS: twice.keys }, folder);
  applyRetention(house);
  applyRetention(house);
  await untilApplied(house.journal());
  await pause(50);
  const times = timesApplied(house.journal());
  await house.close();
  expect(times).toBe(1);
});

test("the time of a run out of a file counts from its import", async () => {
  const elsewhere = { data: join(folder, "elsewhere"), keys: join(folder, "other-keys") };
  const { old = "" } = await plant(elsewhere.data, elsewhere.keys);
  const there = openHouse({ ATTEST_HOME: elsewhere.data, ATTEST_KEYS: elsewhere.keys }, folder);
  const file = join(folder, "old.attest");
  await exportRun(there, old, file);
  await there.close();
  await importRun(place.house, file);
  const { listExpired } = place.house.journal().retention;
  expect([
    listExpired({ others: daysAgo(90), reports: daysAgo(400) }),
    listExpired({ others: daysAgo(-1), reports: daysAgo(400) }).includes(old),
  ]).toEqual([[], true]);
});
