import { expect, test } from "vitest";
import { calendarDaysBetween, parseMoment } from "../../main/report/parse-moment.ts";

const berlin = "Europe/Berlin";

test("a day is meant to its end in the time zone, a time without an offset is one of the zone, one with an offset is itself", () => {
  const asked = [
    "2026-03-01",
    "2026-03-28",
    "2026-03-29",
    "2026-03-01T09:00",
    "2026-10-25T02:30",
    "2026-03-29T02:30",
    "2026-03-01T09:00:30Z",
    "2026-03-01T09:00-05:00",
  ];
  expect(asked.map((text) => parseMoment(text, berlin).at)).toEqual([
    "2026-03-01T22:59:59.999Z",
    "2026-03-28T22:59:59.999Z",
    // The clock goes forward: this day has 23 hours.
    "2026-03-29T21:59:59.999Z",
    "2026-03-01T08:00:00.000Z",
    // The clock shows it twice, and the later one is meant; the other it never shows, and goes on to 03:30.
    "2026-10-25T01:30:00.000Z",
    "2026-03-29T01:30:00.000Z",
    "2026-03-01T09:00:30.000Z",
    "2026-03-01T14:00:00.000Z",
  ]);
});

test("what is no day and no time is said, with how to write one", () => {
  for (const text of ["yesterday", "2026-13-01", "2026-02-30", "01.03.2026", "2026-03-01T25:00", "2026-03", ""]) {
    expect(() => parseMoment(text, berlin)).toThrow("is no day and no time.");
  }
});

test("calendar days are midnights of the zone, whatever the hours", () => {
  const [late, early] = ["2026-03-01T22:30:00.000Z", "2026-03-01T23:30:00.000Z"];
  expect([calendarDaysBetween(late, early, berlin), calendarDaysBetween(late, early, "UTC")]).toEqual([1, 0]);
});
