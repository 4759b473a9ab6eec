// Invariant 9: at the moment when an answer is written to the sandbox, another connection finds it in the journal; an answer
// that the journal could not take is never delivered, nor anything after it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openJournal } from "../../audit/journal.ts";
import { journalKeyRing } from "../../main/config/journal-key-ring.ts";
import { type Emulator, startEmulator } from "../../emulator/start-emulator.ts";
import type { RunOptions } from "../../executor/program.ts";
import { takeSettings } from "../../main/config/settings.ts";
import { openHouseWith } from "../../main/house.ts";
import { type ApprovedRun, execute } from "../../main/run/execute.ts";
import type { RunReport } from "../../main/run-report.ts";
import { approveFactorsOfAll } from "../acceptance/approved-run.ts";
import { silentFront } from "../acceptance/silent-front.ts";

let emulator: Emulator;
let approved: ApprovedRun;
beforeAll(async () => {
  emulator = await startEmulator({ users: 300, seed: 1, port: 0, latencyMs: 1, jitterMs: 20 });
  approved = await approveFactorsOfAll(emulator.origin);
});
afterAll(() => emulator.close());

/** A data folder with an empty journal, gone when the running test has ended. */
async function newHome(): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), "attest-delivery-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  await openJournal({ folder: home, ring: journalKeyRing(undefined) }).close();
  return home;
}

async function runIn(home: string, onDelivered: RunOptions["onDelivered"]): Promise<RunReport> {
  const environment = { ATTEST_HOME: home, OKTA_DOMAIN: emulator.origin, OKTA_API_TOKEN: emulator.token };
  const house = openHouseWith(takeSettings(environment, home), { onDelivered });
  try {
    return await execute(house, approved, silentFront);
  } finally {
    await house.close();
  }
}

test("every answer is in the journal for another reader at the moment when it is delivered", async () => {
  const home = await newHome();
  const reader = openJournal({ folder: home, ring: journalKeyRing(undefined) });
  const delivered: number[] = [];
  const tooEarly: number[] = [];
  const report = await runIn(home, ({ step }, answer) => {
    delivered.push(step);
    const recording = reader.recordingOf("last");
    const bodyHash = recording.find(step)?.bodyHash;
    const bytes = bodyHash === undefined ? undefined : Buffer.byteLength(recording.loadBody(bodyHash));
    if (answer.kind !== "response" || bytes !== answer.bytes) tooEarly.push(step);
  });
  await reader.close();
  expect({ outcome: report.outcome, inOrder: delivered.every((step, index) => step === index), tooEarly }).toEqual({
    outcome: "answered",
    inOrder: true,
    tooEarly: [],
  });
});

test("rows whose end the journal cannot take are no answer", async () => {
  const home = await newHome();
  const database = new DatabaseSync(join(home, "journal.db"));
  database.exec(`CREATE TRIGGER refuse BEFORE INSERT ON entries WHEN NEW.kind = 'run-ended'
    BEGIN SELECT RAISE(ABORT, 'no room for this one'); END`);
  database.close();
  await expect(runIn(home, undefined)).rejects.toMatchObject({ code: "journal/unwritable" });
});

test("an answer that the journal cannot take is not delivered, nor any after it, and the run fails for that", async () => {
  const home = await newHome();
  const database = new DatabaseSync(join(home, "journal.db"));
  database.exec(`CREATE TRIGGER refuse BEFORE INSERT ON entries WHEN NEW.kind = 'read' AND NEW.subject = '100'
    BEGIN SELECT RAISE(ABORT, 'no room for this one'); END`);
  database.close();
  const delivered: number[] = [];
  const report = await runIn(home, ({ step }) => void delivered.push(step));
  expect({
    outcome: report.outcome,
    code: report.failure?.code,
    beyond: delivered.filter((step) => step >= 100),
    rows: report.rows,
  }).toEqual({ outcome: "failed", code: "journal/unwritable", beyond: [], rows: [] });
});
