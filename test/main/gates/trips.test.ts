// What else trips the gates than names that no repair made right: marks, reads that fail, and cells that do not stand where they
// were said to come from.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { RunPlanner } from "../../../audit/runs/run-details.ts";
import type { RunEvidence } from "../../../executor/evidence/collect-evidence.ts";
import { noteUnverified } from "../../../main/evidence/trace-rows.ts";
import { exportRun } from "../../../main/export-run.ts";
import { settleGates } from "../../../main/gates/settle-gates.ts";
import { assertMayWrite, writesGate } from "../../../main/gates/writes-gate.ts";
import { gates, setGate } from "../../../main/gates.ts";
import { type House, openHouse } from "../../../main/house.ts";
import { importRun } from "../../../main/import-run.ts";
import { markRun } from "../../../main/mark.ts";
import { isFailure } from "../../../terms/failure.ts";
import type { RecordedRead } from "../../../terms/recording.ts";
import { beginning, bodyAt, failedAt, readAt } from "../../audit/sample-run.ts";

/** A house with a model that was never asked, and the writes gate open. */
async function newHouse(): Promise<{ readonly house: House; readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "attest-trips-"));
  const house = openHouse(
    { ATTEST_HOME: join(folder, "data"), ATTEST_KEYS: join(folder, "keys"), LLM_API_KEY: "a-key" },
    folder,
  );
  onTestFinished(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await setGate(house, "writes", { state: "on", why: "a trial", share: 100, allowed: [] });
  return { house, folder };
}

async function plan(house: House, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const journal = await house.journal().beginPlan({ question: "Who?", planner: "model", operator: "ines" });
    await journal.end({ kind: "declined", reason: "none", requests: [] });
  }
}

async function answer(house: House, planner: RunPlanner, failed: readonly RecordedRead[] = []): Promise<string> {
  const run = await house.journal().beginRun({ ...beginning, planner });
  for (let step = 0; step < 40 - failed.length; step += 1) await run.keep(readAt(step), bodyAt(step));
  for (const read of failed) await run.keep(read, undefined);
  await run.end({ outcome: "answered", rows: [{ login: "a" }], notes: [] });
  return run.run;
}

const reasons = (house: House): readonly unknown[] => {
  const { planning, writes } = gates(house);
  return [planning?.state, writes?.state, planning?.why];
};

test("answers to plans of a model that are marked wrong trip both gates, and those taken back or planned otherwise do not", async () => {
  const { house } = await newHouse();
  await plan(house, 20);
  const runs = [await answer(house, "model"), await answer(house, "model"), await answer(house, "phrasebook")];
  const wrong = { verdict: "wrong" as const, note: undefined };
  await markRun(house, runs[0] ?? "", wrong);
  await markRun(house, runs[2] ?? "", wrong);
  await markRun(house, runs[0] ?? "", { verdict: "right", note: undefined });
  await markRun(house, runs[0] ?? "", wrong);
  const before = reasons(house);
  await markRun(house, runs[1] ?? "", wrong);
  expect([before, reasons(house)]).toEqual([
    [undefined, "on", undefined],
    ["tripped", "tripped", "2 answers were marked wrong beside 20 plans of the last hour (more than 5 %)"],
  ]);
});

test("reads that Okta does not answer trip both gates, and reads that were stopped do not count", async () => {
  const { house } = await newHouse();
  await plan(house, 20);
  await answer(
    house,
    "model",
    [37, 38, 39].map((step) => failedAt(step, "run/cancelled")),
  );
  await settleGates(house, new Date());
  const before = reasons(house);
  await answer(
    house,
    "model",
    [36, 37, 38, 39].map((step) => failedAt(step, "okta/unavailable")),
  );
  await settleGates(house, new Date());
  expect([before, reasons(house)]).toEqual([
    [undefined, "on", undefined],
    ["tripped", "tripped", "4 of the 77 reads of the last hour failed (more than 5 %)"],
  ]);
});

const refusedCell: RunEvidence = {
  kind: "collected",
  columns: ["login"],
  from: 0,
  rows: [[{ kind: "refused", claimed: { step: 0, pointer: "/0/id" }, why: "Another value stands at this place." }]],
  counts: { value: 0, computed: 0, items: 0, literal: 0, parameter: 0, lost: 0, refused: 1 },
};

test("one cell that does not stand where it was said to come from trips both gates, unless its run came out of a file", async () => {
  const [here, there] = [await newHouse(), await newHouse()];
  const run = await answer(here.house, "file");
  const file = join(here.folder, "run.attest");
  await noteUnverified(here.house, here.house.journal().runs.get(run), refusedCell);
  await exportRun(here.house, run, file);
  await importRun(there.house, file);
  await noteUnverified(there.house, there.house.journal().runs.get(run), refusedCell);
  await settleGates(there.house, new Date());
  const why = "1 answered run of the last hour had a cell that does not stand where it was said to come from";
  expect([reasons(here.house), reasons(there.house)]).toEqual([
    ["tripped", "tripped", why],
    [undefined, "on", undefined],
  ]);
});

test("more than reads is refused until a person opens the writes gate, and again when it trips", async () => {
  const { house } = await newHouse();
  const write = { operationId: "deactivateUser", method: "POST", path: "/api/v1/users/{id}/lifecycle/deactivate" };
  const operation = { ...write, effect: "write" as const, scopes: ["okta.users.manage"], summary: "Deactivates." };
  const review = { ...beginning.review, operations: [...beginning.review.operations, operation] };
  const refusal = (): unknown => {
    try {
      assertMayWrite(house, review, "ines");
      return "may";
    } catch (error) {
      return isFailure(error, "gate/read-only") ? error.text.found : error;
    }
  };
  const opened = refusal();
  await setGate(house, "writes", { state: "off", why: "the trial is over", share: 100, allowed: [] });
  const closed = refusal();
  await setGate(house, "writes", { state: "on", why: "a canary", share: 0, allowed: ["ines"] });
  const [allowed, other] = [refusal(), writesGate(house, "otto")];
  assertMayWrite(house, beginning.review, "otto");
  expect({ opened, closed, allowed, other }).toEqual({
    opened: "may",
    closed: expect.stringMatching(
      /^The snippet uses deactivateUser, which is more than a read, and the writes gate is off since .*: the trial is over\.$/u,
    ),
    allowed: "may",
    other: { open: false, why: "the writes gate is on for 0 % of operators, and otto is not among them" },
  });
});
