import { afterAll, beforeAll, expect, test } from "vitest";
import { runPack } from "../../main/report/run-pack.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { type AskingHouse, openAskingHouse, reportOf } from "../asking-house.ts";

let place: AskingHouse;
beforeAll(async () => {
  place = await openAskingHouse({ users: 1200 });
});
afterAll(() => place.close());

// By hand, from the policies, zones and tokens of the emulated org: two password policies (one of 14 letters and 90 days, one of 8
// without an end), a global session of 120 minutes by the default rule, one log stream, no smart card, one token with a zone.
test("the STIG pack says of every requirement whether it passes, fails or cannot be checked", async () => {
  const { results, summary, unanswered } = await runPack(place.house, "stig", silentFront);
  const rows = results.flatMap(({ result }) => reportOf(result).rows);
  const having = (value: string): readonly unknown[] =>
    [
      ...new Set(rows.filter((row) => row["result"] === value).map((row) => JSON.stringify(row["check"]).slice(1, -1))),
    ].toSorted();
  expect(unanswered).toEqual([]);
  expect(having("pass")).toEqual(["V-273193", "V-273198", "V-273202", "V-279689", "V-279693"]);
  expect(having("not checkable")).toEqual(["V-273187", "V-273188", "V-273192", "V-273207", "V-279690"]);
  expect(new Set(rows.map((row) => row["check"])).size).toBe(29);
  const calls = results.flatMap(({ result }) => reportOf(result).requests).reduce((sum, one) => sum + one.count, 0);
  expect(calls).toBe(8);
  expect(Object.values(summary).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
});
