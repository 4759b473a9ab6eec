import { expect, test } from "vitest";
import { createFinishEstimate } from "../../main/run/finish-estimate.ts";

test("the finish is a span between the pace of the whole run and that of its last five seconds", () => {
  let now = 0;
  const estimate = createFinishEstimate(1_000, () => now);
  const at = (ms: number, answered: number) => {
    now = ms;
    return estimate(answered);
  };
  expect([at(0, 0), at(10_000, 100), at(15_000, 400), at(20_000, 400), at(25_000, 1_000)]).toEqual([
    undefined,
    { soonestMs: 90_000, latestMs: 90_000 },
    { soonestMs: 10_000, latestMs: 22_500 },
    // Nothing came for five seconds: only the whole run still has a pace.
    { soonestMs: 30_000, latestMs: 30_000 },
    { soonestMs: 0, latestMs: 0 },
  ]);
});

test("without a price there is no estimate", () => {
  let now = 0;
  const estimate = createFinishEstimate(undefined, () => now);
  now = 1_000;
  expect(estimate(10)).toBeUndefined();
});
