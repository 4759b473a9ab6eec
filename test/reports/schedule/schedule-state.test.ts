import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Lease, leaseMs, openScheduleState } from "../../../reports/schedule/schedule-state.ts";

const folder = mkdtempSync(join(tmpdir(), "attest-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const due = "2026-03-02T07:00:00.000Z";
const later = "2026-03-09T07:00:00.000Z";
const at = (seconds: number): string => new Date(Date.parse(due) + 1000 * seconds).toISOString();
const lease = (watcher: string, seconds: number, of = due): Lease => ({ due: of, watcher, beat: at(seconds) });
const done = (of: string) => ({ due: of, at: at(9), outcome: "answered", run: "r1" });

test("of watchers that claim at the same time one gets what is due, and nobody once it is done", async () => {
  const state = openScheduleState(folder, "claimed");
  const claims = await Promise.all(["a", "b", "c"].map((watcher) => state.claim(lease(watcher, 0))));
  expect(claims.toSorted()).toEqual(["held", "held", "mine"]);
  await state.finish(done(due));
  expect(await state.claim(lease("b", 10))).toBe("done");
  expect(await state.claim(lease("b", 10, later))).toBe("mine");
});

test("a lease that beats is kept; one that has fallen silent is taken over, and its watcher told at its next beat", async () => {
  const state = openScheduleState(folder, "silent");
  await state.claim(lease("a", 0));
  expect(await state.beat(lease("a", 60))).toBe(true);
  expect(await state.claim(lease("b", 60 + leaseMs / 1000 - 1))).toBe("held");
  expect(await state.claim(lease("b", 60 + leaseMs / 1000))).toBe("mine");
  expect(await state.beat(lease("a", 200))).toBe(false);
  await state.release("a");
  expect((await state.read()).lease).toEqual(lease("b", 60 + leaseMs / 1000));
});

test("what was done later is not undone by a watcher that was slow, and a lease that is given back is free", async () => {
  const state = openScheduleState(folder, "slow");
  await state.finish(done(later));
  await state.finish(done(due));
  expect((await state.read()).handled).toBe(later);
  const next = "2026-03-16T07:00:00.000Z";
  await state.claim(lease("a", 0, next));
  await state.release("a");
  expect(await state.claim(lease("b", 1, next))).toBe("mine");
});
