import { writeFileSync } from "node:fs";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Front } from "../../main/front.ts";
import { ask } from "../../main/ask.ts";
import { listReports } from "../../main/report/list-reports.ts";
import { runReport } from "../../main/report/run-report.ts";
import { showReport } from "../../main/report/show-report.ts";
import { silentFront } from "../acceptance/silent-front.ts";
import { type AskingHouse, openAskingHouse, reportOf } from "../asking-house.ts";

const name = "active-users-without-factor";

let place: AskingHouse;
beforeAll(async () => {
  place = await openAskingHouse({ users: 40, seed: 5, port: 0 });
});
afterAll(() => place.close());

test("a starter report asks on its first run, and runs unasked from then on, counted among its runs", async () => {
  const { house } = place;
  const alone: Front = { ...silentFront, yes: false };
  const before = await runReport(house, { name, parameters: {} }, alone);
  expect(before.kind).toBe("waiting");
  const asking: Front = { ...alone, decide: () => Promise.resolve({ kind: "yes" }) };
  const first = reportOf(await runReport(house, { name, parameters: {} }, asking));
  const second = reportOf(await runReport(house, { name, parameters: {} }, alone));
  expect(second.rows).toEqual(first.rows);
  expect(first.count).toBeGreaterThan(0);
  expect((await showReport(house, name)).approved).toBe(true);
  const kept = house.journal().runs.listOfReport(name, { limit: 10 });
  expect(kept.map(({ run, beginning }) => ({ run, report: beginning.report, planner: beginning.planner }))).toEqual(
    [second.run, first.run].map((run) => ({ run, report: { name, version: null }, planner: "report" })),
  );
});

test("a report in a file that cannot be read is said, and hides no other", async () => {
  const { house } = place;
  mkdirSync(join(house.folder, "reports"), { recursive: true });
  writeFileSync(join(house.folder, "reports", "broken-one.json"), "{");
  const { reports, unreadable } = await listReports(house);
  expect(unreadable.map((one) => one.code)).toEqual(["library/broken"]);
  expect(reports.find((one) => one.name === name)).toEqual({
    name,
    from: "starter",
    version: null,
    title: "Active users without an MFA factor",
    area: "mfa",
    question: "Which active users have no MFA factor at all?",
  });
});

test("a parameter is typed by its default, and a name that is no report is said", async () => {
  const { house } = place;
  await expect(runReport(house, { name, parameters: { days: "3" } }, silentFront)).rejects.toThrow(
    "The snippet has no parameter days. ",
  );
  await expect(runReport(house, { name: "no-such", parameters: {} }, silentFront)).rejects.toThrow(
    "There is no report no-such.",
  );
  await expect(runReport(house, { name: "../credentials", parameters: {} }, silentFront)).rejects.toThrow(
    "is no name for a report.",
  );
});

test("a question that a report answers offers that report before it is planned, whatever its words", async () => {
  const { house } = place;
  const question = "Active users without any MFA factor";
  const offered: string[] = [];
  const taking: Front = {
    ...silentFront,
    takeReport: (report, title) => {
      offered.push(`${report}: ${title}`);
      return Promise.resolve(true);
    },
  };
  const taken = reportOf(await ask(house, { question, planner: "phrasebook", sampleSize: undefined }, taking));
  expect(offered).toEqual([`${name}: Active users without an MFA factor`]);
  expect(house.journal().runs.get(taken.run ?? "").beginning.report).toEqual({ name, version: null });
  const planned = reportOf(await ask(house, { question, planner: "phrasebook", sampleSize: undefined }, silentFront));
  expect(planned.warnings).toContain(`The report ${name} answers this question: attest report run ${name}`);
  const other = "Which active users in Finance have no MFA factor?";
  await ask(house, { question: other, planner: "phrasebook", sampleSize: undefined }, taking);
  expect(offered).toHaveLength(1);
});
