import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isInShare } from "../../../main/gates/in-share.ts";
import { planningGate } from "../../../main/gates/planning-gate.ts";
import { reasonToTrip, settleGates } from "../../../main/gates/settle-gates.ts";
import { setGate } from "../../../main/gates.ts";
import { openHouse, type House } from "../../../main/house.ts";
import type { Progress } from "../../../main/front.ts";
import { ask } from "../../../main/ask.ts";
import { silentFront } from "../../acceptance/silent-front.ts";
import { Failure } from "../../../terms/failure.ts";

let home: string;
let house: House;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "attest-gates-"));
  // Nothing listens there: a model that was asked would fail the question.
  house = openHouse(
    { ATTEST_HOME: join(home, "data"), LLM_API_KEY: "a-key", LLM_BASE_URL: "http://127.0.0.1:9" },
    home,
  );
});
afterEach(async () => {
  await house.close();
  rmSync(home, { recursive: true, force: true });
});

const unrepaired = new Failure(
  "model/gave-up",
  { condition: "same finding", bound: 4 },
  { found: "The model could not repair one finding: TS2339.", why: "…", help: "…" },
).describe();

const quiet = { plans: 0, unrepaired: 0, wrong: 0, unverified: 0, reads: 0, failedReads: 0 };

/** Plans as a model leaves them in the journal, with the gate looking after each. */
async function plan(good: number, bad: number): Promise<void> {
  for (let index = 0; index < good + bad; index += 1) {
    const journal = await house.journal().beginPlan({ question: "Who?", planner: "model", operator: "ines" });
    if (index < good) await journal.end({ kind: "declined", reason: "none", requests: [] });
    else await journal.end({ kind: "failed", failure: unrepaired });
    await settleGates(house, new Date());
  }
}

test("an hour with 10 % of plans over unknown names trips planning, is journalled, and the next question goes to the phrasebook and says so", async () => {
  await plan(36, 4);
  const said: Progress[] = [];
  const front = { ...silentFront, onProgress: (progress: Progress) => said.push(progress) };
  const asked = { question: "Which blorbs are frobbed?", planner: undefined, sampleSize: undefined };
  const result = await ask(house, asked, front).catch((error: Error) => error.message);
  const why = "2 of the 38 plans of the last hour ended over a name that no repair made right (more than 5 %)";
  const [change] = house.journal().gates.list("planning");
  const warned = typeof result !== "string" && result.kind === "report" ? result.report.warnings : result;
  expect({ change, says: said[0], warned, asked: JSON.stringify(result).includes("127.0.0.1:9") }).toEqual({
    change: {
      gate: "planning",
      state: "tripped",
      why,
      operator: null,
      share: 100,
      allowed: [],
      at: expect.any(String),
    },
    says: {
      kind: "planning",
      text: `No model is asked: the planning gate tripped at ${change?.at}: ${why}. The phrasebook plans.`,
    },
    warned: [`No model was asked: the planning gate tripped at ${change?.at}: ${why}. The phrasebook planned.`],
    asked: false,
  });
  expect(house.journal().verify().broken).toEqual([]);
});

test("fewer than 20 plans, or 5 % of them, trip nothing, and plans of an hour before do not count", async () => {
  await plan(10, 9);
  const trips = [
    { ...quiet, plans: 19, unrepaired: 19 },
    { ...quiet, plans: 20, unrepaired: 1 },
    { ...quiet, plans: 20, unrepaired: 2 },
  ].map((tally) => reasonToTrip(tally) !== undefined);
  expect({
    few: planningGate(house, "ines"),
    trips,
    now: house.journal().tallies.forGates(new Date(Date.now() - 3_600_000).toISOString()),
    later: house.journal().tallies.forGates(new Date(Date.now() + 1_000).toISOString()),
  }).toEqual({
    few: { open: true },
    trips: [false, false, true],
    now: { ...quiet, plans: 19, unrepaired: 9 },
    later: quiet,
  });
});

test("a person resets it with a reason, and what tripped it does not count again", async () => {
  await plan(18, 2);
  const tripped = planningGate(house, "ines").open;
  await setGate(house, "planning", { state: "on", why: "another model", share: 100, allowed: [] });
  await settleGates(house, new Date());
  expect([tripped, planningGate(house, "ines").open, house.journal().gates.list("planning")[0]?.why]).toEqual([
    false,
    true,
    "another model",
  ]);
});

test("a canary of 10 % is 10 % ± 2 of 1,000 operators, always the same ones, and everyone on its list", async () => {
  const names = [...Array(1_000).keys()].map((index) => `operator${index}@acme.example`);
  await setGate(house, "planning", { state: "on", why: "canary", share: 10, allowed: ["ines"] });
  const chosen = names.filter((name) => planningGate(house, name).open);
  const again = names.filter((name) => isInShare("planning", name, 10));
  const wider = names.filter((name) => isInShare("planning", name, 20));
  expect(chosen.length).toBeGreaterThanOrEqual(80);
  expect(chosen.length).toBeLessThanOrEqual(120);
  expect([chosen, chosen.every((name) => wider.includes(name)), planningGate(house, "ines").open]).toEqual([
    again,
    true,
    true,
  ]);
});
