import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { forgetRun } from "../../main/erase-from-journal.ts";
import { exportRun } from "../../main/export-run.ts";
import { type House, openHouse } from "../../main/house.ts";
import { importRun } from "../../main/import-run.ts";
import { listJournal, showJournal } from "../../main/journal.ts";
import { markRun } from "../../main/mark.ts";
import { operatorName } from "../../main/operator.ts";
import type { OutcomeKind } from "../../terms/run-end.ts";
import { beginning } from "../audit/sample-run.ts";

/** A house with an empty data folder of the running test's own. */
function newHouse(): { readonly house: House; readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), "attest-marks-"));
  const house = openHouse({ ATTEST_HOME: join(folder, "data"), ATTEST_KEYS: join(folder, "keys") }, folder);
  onTestFinished(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { house, folder };
}

async function runThat(house: House, outcome: OutcomeKind): Promise<string> {
  const run = await house.journal().beginRun(beginning);
  await run.end({ outcome, rows: [{ login: "a" }], notes: [] });
  return run.run;
}

const [operator, at] = [operatorName(), expect.any(String)];
const wrong = { verdict: "wrong" as const, note: "Ines left in May" };

test("marks of an answer are kept in its chain, shown with it, and the newest counts", async () => {
  const { house } = newHouse();
  const run = await runThat(house, "answered");
  await runThat(house, "empty");
  const before = listJournal(house, 10).map((one) => one.mark);
  await markRun(house, run, wrong);
  const marked = await markRun(house, run, { verdict: "right", note: undefined });
  const marks = [
    { verdict: "right", note: undefined, operator, at },
    { ...wrong, operator, at },
  ];
  expect({
    before,
    marked,
    shown: showJournal(house, run).marks,
    listed: listJournal(house, 10).map((one) => one.mark),
    broken: house.journal().verify({ bodies: true }).broken,
  }).toEqual({
    before: [null, null],
    marked: { run, title: "All users", marks },
    shown: marks,
    listed: [null, "right"],
    broken: [],
  });
});

test("a run that gave no answer takes no mark", async () => {
  const { house } = newHouse();
  const failed = await runThat(house, "failed");
  const open = await house.journal().beginRun(beginning);
  await expect(markRun(house, failed, wrong)).rejects.toThrow("gave no answer: it failed");
  await expect(markRun(house, open.run, wrong)).rejects.toThrow("gave no answer: it has not ended");
});

test("a mark goes with its run where it is exported, and loses its note, not its verdict, with what is forgotten", async () => {
  const [here, there] = [newHouse(), newHouse()];
  const run = await runThat(here.house, "answered");
  await markRun(here.house, run, wrong);
  const file = join(here.folder, "run.attest");
  await exportRun(here.house, run, file);
  await importRun(there.house, file);
  const imported = showJournal(there.house, run).marks;
  await forgetRun(there.house, run);
  const note = (house: House): unknown => house.journal().runs.listHeadlines()[0]?.mark;
  expect([imported, note(here.house), note(there.house), there.house.journal().verify().broken]).toEqual([
    [{ ...wrong, operator, at }],
    { ...wrong, operator, at },
    { ...wrong, note: undefined, operator, at },
    [],
  ]);
});
