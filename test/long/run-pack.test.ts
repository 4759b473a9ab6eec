import { afterAll, beforeAll, expect, test } from "vitest";
import { runPack } from "../../main/report/run-pack.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { type AskingHouse, openAskingHouse, reportOf } from "../asking-house.ts";

let place: AskingHouse;
beforeAll(async () => {
  place = await openAskingHouse({ users: 20_000 });
}, 300_000);
afterAll(() => place.close());

// The policies, settings and tokens of the org do not grow with its users: what they cost does not either.
test("the STIG pack answers every requirement of an org of 20,000 users for the requests that it takes at 1,200", async () => {
  const { checks, results, unanswered } = await runPack(place.house, "stig", silentFront);
  const calls = results.flatMap(({ result }) => reportOf(result).requests).reduce((sum, one) => sum + one.count, 0);
  const open = checks.filter((one) => one.result === "not answered");
  expect({ unanswered, open, checks: checks.length, calls }).toEqual({
    unanswered: [],
    open: [],
    checks: 29,
    calls: 8,
  });
}, 300_000);
