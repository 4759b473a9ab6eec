import { afterAll, beforeAll, expect, test } from "vitest";
import { runReport } from "../../../main/report/run-report.ts";
import { listStarterReports } from "../../../reports/starter-reports.ts";
import type { Row } from "../../../terms/cell.ts";
import { silentFront } from "../../acceptance/silent-front.ts";
import { type AskingHouse, openAskingHouse, reportOf } from "../../asking-house.ts";
import { adminsExpected } from "./expected-admins.ts";
import { factorsExpected } from "./expected-factors.ts";
import { logsExpected } from "./expected-logs.ts";
import { orgExpected } from "./expected-org.ts";
import { usersExpected } from "./expected-users.ts";
import { type Expect, readWorld, type World } from "./world.ts";

const expectedOf: Readonly<Record<string, Expect>> = {
  ...usersExpected,
  ...factorsExpected,
  ...adminsExpected,
  ...logsExpected,
  ...orgExpected,
};

/** Reports that take the first item of a list on purpose, since any one will do: their review says so. */
const looksAtOneItem: readonly string[] = ["apps-without-assignment"];

const starter = await listStarterReports();

function sorted(rows: readonly Row[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted();
}

/** Runs every starter report on one org of this size and holds its table and its requests against what is expected of it. */
export function checkStarterReports(users: number): void {
  let place: AskingHouse;
  let world: Omit<World, "now">;
  beforeAll(async () => {
    place = await openAskingHouse({ users });
    world = await readWorld(place.emulator);
  }, 300_000);
  afterAll(() => place.close());

  test("each starter report has an expected table, and nothing else has", () => {
    expect(starter.map((one) => one.name)).toEqual(Object.keys(expectedOf).toSorted());
  });

  for (const { name, keyColumns } of starter) {
    test(`${name} answers what the state of the org says, for hardly more requests than the cheapest way`, async () => {
      const report = reportOf(await runReport(place.house, { name, parameters: {} }, silentFront));
      expect(report.failure).toBeUndefined();
      const expected = await expectedOf[name]?.({ ...world, now: Date.parse(report.asOf?.from ?? "") });
      expect(sorted(report.rows)).toEqual(sorted(expected?.rows ?? []));
      expect(report.count).toBeGreaterThan(0);
      expect(report.warnings.length > 0).toBe(looksAtOneItem.includes(name));
      const calls = report.requests.reduce((sum, one) => sum + one.count, 0);
      expect(calls).toBeLessThanOrEqual(1.2 * (expected?.cheapest ?? 0));
      const keys = report.rows.map((row) => JSON.stringify(keyColumns.map((column) => row[column])));
      expect(new Set(keys).size).toBe(report.rows.length);
    }, 600_000);
  }
}
