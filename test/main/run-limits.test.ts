import { expect, test } from "vitest";
import { defaultLimits, parseLimits, renderLimits } from "../../main/run/run-limits.ts";
import { isFailure } from "../../terms/failure.ts";

test("a run may take twice its price, and never less than a small answer needs", () => {
  const limits = (calls: number | undefined, minutes: number | undefined) => {
    const { calls: most, wallMs } = defaultLimits({ calls, minutes, because: [] });
    return [most, wallMs / 60_000];
  };
  expect([limits(10, 1), limits(9_000, 40), limits(undefined, undefined)]).toEqual([
    [5_000, 30],
    [18_000, 80],
    [20_000, 60],
  ]);
});

test("what the operator set stands over the price, and is said in the operator's units", () => {
  const set = parseLimits("calls=100, minutes=2,memoryMb=512", "ATTEST_LIMITS");
  expect(renderLimits(defaultLimits({ calls: 1, minutes: 1, because: [] }, set))).toBe(
    "100 requests, 2 minutes, 2,048 MB of responses, 30 s of processor time, 512 MB of memory, 64 MB of rows, 64 KB of notes",
  );
});

test.each([
  ["requests=5", 'There is no limit "requests".'],
  ["calls=0", "The limit calls=0 is not within its bounds (the org's rate limits are everyone's)."],
  ["calls=many", "The limit calls=many is not within its bounds (the org's rate limits are everyone's)."],
  ["memoryMb=8", "The limit memoryMb=8 is not within its bounds (the isolate's, beside this machine's other work)."],
])("%s is refused", (text, found) => {
  try {
    parseLimits(text, "ATTEST_LIMITS");
    expect.unreachable();
  } catch (error) {
    expect(isFailure(error) ? [error.code, error.text.found] : error).toEqual(["config/invalid", found]);
  }
});
