import { afterAll, beforeAll, expect, test } from "vitest";
import { importReport } from "../../main/report/edit-report.ts";
import { reportAsOf } from "../../main/report/report-as-of.ts";
import { runReport } from "../../main/report/run-report.ts";
import type { RunReport } from "../../main/run-report.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { type AskingHouse, openAskingHouse, reportOf } from "../asking-house.ts";

const name = "users-by-status";
const text = `// Key: id

import { dayOf, filter, okta } from 'okta'

export const title = 'Users of a status'
export const params = { status: 'ACTIVE' }

export default async function ({ status }: typeof params) {
  const users = await okta.listUsers({ search: filter\`status eq \${status}\` }).first(5)
  return users.map((user) => ({ id: user.id, created: dayOf(user.created) }))
}
`;

let place: AskingHouse;
let first: RunReport;
const runIt = async (parameters: Readonly<Record<string, string>> = {}): Promise<RunReport> =>
  reportOf(await runReport(place.house, { name, parameters }, silentFront));
const endOf = (report: RunReport): string => place.house.journal().runs.get(report.run ?? "").endedAt ?? "";
const asOf = (moment: string, parameters: Readonly<Record<string, string>> = {}): Promise<RunReport> =>
  reportAsOf(place.house, { name, asOf: moment, parameters });

beforeAll(async () => {
  place = await openAskingHouse({ users: 30, seed: 3 }, { ATTEST_TIME_ZONE: "Pacific/Kiritimati" });
  await importReport(place.house, name, text);
});
afterAll(() => place.close());

test("where no run had ended by then, that is said, and nothing is sent", async () => {
  await expect(asOf("2026-01-01")).rejects.toThrow(
    `No run of the report ${name} with these parameters had ended by 2026-01-01, which is 2026-01-01T09:59:59.999Z (Pacific/Kiritimati).`,
  );
  await expect(reportAsOf(place.house, { name: "no-such", asOf: "2026-01-01", parameters: {} })).rejects.toThrow(
    "There is no report no-such.",
  );
});

test("the nearest run at or before the moment answers as it did, with its warnings, and is named with its age", async () => {
  first = await runIt();
  const asked = endOf(first);
  await runIt({ status: "STAGED" });
  await runIt();
  const { answeredAsOf, ...past } = await asOf(asked);
  expect(past).toEqual(first);
  expect(past.warnings).toEqual([expect.stringContaining("first 5")]);
  expect([past.timeZone, past.definitions.map((one) => one.name)]).toEqual(["Pacific/Kiritimati", ["calendar day"]]);
  expect(answeredAsOf).toEqual({
    asked,
    at: asked,
    timeZone: "Pacific/Kiritimati",
    version: 1,
    endedAt: asked,
    hoursBefore: 0,
    calendarDaysBefore: 0,
  });
});

test("the run that answers had the parameters that are asked for, and days count by the zone's midnights", async () => {
  const later = new Date(Date.parse(endOf(first)) + 49 * 3_600_000).toISOString();
  const staged = await asOf(later, { status: "STAGED" });
  expect([staged.rows, staged.answeredAsOf?.hoursBefore, staged.answeredAsOf?.calendarDaysBefore]).toEqual([
    (await runIt({ status: "STAGED" })).rows,
    49,
    expect.toSatisfy((days) => days === 2 || days === 3),
  ]);
  await expect(asOf(later, { status: "SUSPENDED" })).rejects.toThrow("with these parameters had ended by");
});

test("a run whose rows are no longer kept is passed over, and said", async () => {
  const last = await runIt();
  const journal = place.house.journal();
  await journal.erasures.pin(first.run ?? "", true, "a test");
  const soon = new Date(Date.parse(endOf(last)) + 1000).toISOString();
  await journal.erasures.prune({ reports: soon, others: soon }, "a test");
  const { run, rows, warnings } = await asOf(endOf(last));
  expect({ run, rows, warnings }).toEqual({
    run: first.run,
    rows: first.rows,
    warnings: [
      ...first.warnings,
      `2 nearer runs are passed over: the rows are no longer kept (${last.run} was the nearest).`,
    ],
  });
});
