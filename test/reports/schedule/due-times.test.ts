import { describe, expect, test } from "vitest";
import { dueTimes, mostCounted } from "../../../reports/schedule/due-times.ts";

function nextTimes(cron: string, zone: string, from: string, count: number): readonly string[] {
  const times: string[] = [];
  let at = Date.parse(from);
  while (times.length < count) {
    const next = dueTimes(cron, zone).next(at) ?? "never";
    times.push(next);
    at = Date.parse(next);
  }
  return times.map((one) => one.replace(":00.000Z", "Z"));
}

test("times are those of the zone's clocks, in summer and in winter", () => {
  expect(nextTimes("0 7 * * 1", "Europe/Vienna", "2026-03-22T12:00Z", 3)).toEqual([
    "2026-03-23T06:00Z",
    "2026-03-30T05:00Z",
    "2026-04-06T05:00Z",
  ]);
  expect(nextTimes("0 7 1 * *", "Asia/Kolkata", "2026-03-22T12:00Z", 1)).toEqual(["2026-04-01T01:30Z"]);
  expect(nextTimes("@daily", "UTC", "2026-03-22T12:00Z", 1)).toEqual(["2026-03-23T00:00Z"]);
});

describe("when the clocks of Vienna go forward, from 02:00 to 03:00 on 29 March 2026", () => {
  test("a time of day that is not there is due right after the jump, and never twice", () => {
    expect(nextTimes("30 2 * * *", "Europe/Vienna", "2026-03-28T12:00Z", 2)).toEqual([
      "2026-03-29T01:00Z",
      "2026-03-30T00:30Z",
    ]);
    expect(nextTimes("30 2,14 * * *", "Europe/Vienna", "2026-03-28T18:00Z", 2)).toEqual([
      "2026-03-29T01:00Z",
      "2026-03-29T12:30Z",
    ]);
  });

  test("what is due every half hour is due every half hour", () => {
    expect(nextTimes("*/30 * * * *", "Europe/Vienna", "2026-03-29T00:00Z", 3)).toEqual([
      "2026-03-29T00:30Z",
      "2026-03-29T01:00Z",
      "2026-03-29T01:30Z",
    ]);
  });
});

describe("when the clocks of Vienna go back, from 03:00 to 02:00 on 25 October 2026", () => {
  test("a time of day that is there twice is due the first time alone", () => {
    const times = nextTimes("30 2 * * *", "Europe/Vienna", "2026-10-24T12:00Z", 2);
    expect(times).toEqual(["2026-10-25T00:30Z", "2026-10-26T01:30Z"]);
    expect(dueTimes("30 2 * * *", "Europe/Vienna").within("2026-10-25T00:30Z", Date.parse("2026-10-25T01:30Z"))).toBe(
      undefined,
    );
  });

  test("what is due every half hour is due in both of the hours", () => {
    expect(nextTimes("*/30 * * * *", "Europe/Vienna", "2026-10-25T00:00Z", 5)).toEqual([
      "2026-10-25T00:30Z",
      "2026-10-25T01:00Z",
      "2026-10-25T01:30Z",
      "2026-10-25T02:00Z",
      "2026-10-25T02:30Z",
    ]);
  });
});

test("a span says what was due last in it and how many came before, its end included and its begin not", () => {
  const times = dueTimes("0 7 * * *", "UTC");
  const within = (after: string, upTo: string): unknown => times.within(after, Date.parse(upTo));
  expect(within("2026-03-01T07:00:00.000Z", "2026-03-02T06:59:59.999Z")).toBe(undefined);
  expect(within("2026-03-01T07:00:00.000Z", "2026-03-02T07:00:00.000Z")).toEqual({
    newest: "2026-03-02T07:00:00.000Z",
    earlier: 0,
  });
  expect(within("2026-03-01T07:00:00.000Z", "2026-03-05T12:00:00.000Z")).toEqual({
    newest: "2026-03-05T07:00:00.000Z",
    earlier: 3,
  });
  const eachMinute = dueTimes("* * * * *", "UTC").within("2026-01-01T00:00:00.000Z", Date.parse("2026-03-01T00:00Z"));
  expect(eachMinute).toEqual({ newest: "2026-03-01T00:00:00.000Z", earlier: mostCounted });
});

test("what says no time, a sixth part, a day that no month has, and an unknown zone are refused in three parts", () => {
  const refusals = [
    ["hello", "UTC"],
    ["0 25 * * *", "UTC"],
    ["0 0 7 * * 1", "UTC"],
    ["0 7 30 2 *", "UTC"],
    ["0 7 * * 1", "Europe/Wien"],
  ].map(([cron = "", zone = ""]) => {
    try {
      dueTimes(cron, zone);
      return "taken";
    } catch (error) {
      return error instanceof Error ? error.message.split(". ")[0] : "";
    }
  });
  expect(refusals).toEqual([
    '"hello" says no time',
    '"0 25 * * *" says no time',
    '"0 0 7 * * 1" says no time',
    '"0 7 30 2 *" is never due',
    '"Europe/Wien" is no time zone',
  ]);
});
