// The acceptance questions against orgs of two sizes; expected values come from
// the org's dump by plain loops.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunReport } from "../../main/run-report.ts";
import type { Approval } from "../../terms/approval.ts";
import { openAskingHouse, reportOf, type AskingHouse } from "../asking-house.ts";
import { openWorkplace } from "../attest-process.ts";
import { dormantAdmins, dumpOf, githubByAssignment, githubWithoutFactor, type Dump } from "./expected-answers.ts";

interface Waiting {
  readonly outcome: string;
  readonly reviewHash: string;
}

const questions = {
  factors: "Which active users have access to GitHub and no active MFA factor?",
  admins: "List users with an admin role who have not signed in for 30 days",
  assignment: "Which active users have GitHub access via app assignment?",
};

function byId<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  return rows.toSorted((a, b) => a.id.localeCompare(b.id));
}

/** The columns that the expected rows have, of the rows that were answered. */
function sharedColumns(rows: readonly Record<string, unknown>[], expected: readonly object[]): readonly object[] {
  const names = Object.keys(expected[0] ?? { id: "" });
  return byId(rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]]))) as { id: string }[]);
}

describe.each([1200, 5000])("an org of %i users", (users) => {
  let place: AskingHouse;
  let dump: Dump;
  beforeAll(async () => {
    place = await openAskingHouse({ users, seed: 7 });
    dump = dumpOf(place.emulator);
  });
  afterAll(() => place.close());

  test("active users with GitHub and no active factor, with the caveat of listFactors", async () => {
    const report = reportOf(await place.ask(questions.factors));
    const expected = byId(githubWithoutFactor(dump));
    expect(expected.length).toBeGreaterThan(0);
    expect({ outcome: report.outcome, count: report.count, rows: sharedColumns(report.rows, expected) }).toEqual({
      outcome: "answered",
      count: expected.length,
      rows: expected,
    });
    expect(report.caveats.map((caveat) => caveat.operationId)).toContain("listFactors");
  });

  test("admins, directly or by group, who have not signed in for 30 days", async () => {
    const report = reportOf(await place.ask(questions.admins));
    const expected = byId(dormantAdmins(dump, Date.parse(report.asOf?.from ?? "")));
    expect(expected.length).toBeGreaterThan(0);
    expect({ outcome: report.outcome, rows: sharedColumns(report.rows, expected) }).toEqual({
      outcome: "answered",
      rows: expected,
    });
  });

  test("active users with GitHub by assignment, with the kind of assignment", async () => {
    const report = reportOf(await place.ask(questions.assignment));
    const expected = byId(githubByAssignment(dump));
    expect(expected.length).toBeGreaterThan(0);
    expect({ outcome: report.outcome, rows: sharedColumns(report.rows, expected) }).toEqual({
      outcome: "answered",
      rows: expected,
    });
  });
});

describe("a question that has several readings", () => {
  let place: AskingHouse;
  beforeAll(async () => {
    place = await openAskingHouse({ users: 1200, seed: 7 });
  });
  afterAll(() => place.close());

  test("contractors are asked back, with both ways of marking them, their counts and the requests made", async () => {
    const report = reportOf(await place.ask("Show MFA status for contractors"));
    const dump = dumpOf(place.emulator);
    const byType = dump.users.filter(
      (user) => user.status !== "DEPROVISIONED" && user.profile.userType === "Contractor",
    ).length;
    const group = dump.groups.find((one) => one.profile.name === "Contractors");
    const byGroup = dump.groupMembers.filter((member) => member.groupId === group?.id).length;
    expect({ outcome: report.outcome, counts: report.declined?.alternatives?.map((one) => one.count) }).toEqual({
      outcome: "declined",
      counts: expect.arrayContaining([byType, byGroup]),
    });
    expect(report.declined?.requests.map((one) => one.operationId)).toEqual(
      expect.arrayContaining(["listUsers", "listGroups"]),
    );
  });

  test("an app name that several apps share is declined with the candidates", async () => {
    const report = reportOf(await place.ask("Which users have Salesforce?"));
    const labels = dumpOf(place.emulator)
      .apps.map((app) => app.label)
      .filter((label) => label.startsWith("Salesforce"));
    expect({
      outcome: report.outcome,
      rows: report.rows,
      candidates: report.declined?.candidates?.map((one) => one.name).toSorted(),
    }).toEqual({ outcome: "declined", rows: [], candidates: labels.toSorted() });
  });
});

describe("without a terminal and without --yes", () => {
  test("nothing is sent: the review is printed, the exit code is 7, and the hash can be approved and run", async () => {
    const workplace = await openWorkplace({ users: 120, seed: 7 });
    const waiting = await workplace.attestJson<Waiting>(["ask", questions.factors]);
    const runsBefore = await workplace.attestJson<readonly object[]>(["journal", "list"]);
    const hash = waiting.json.reviewHash.slice(0, 16);
    const approved = await workplace.attestJson<Approval>(["approve", hash]);
    const ran = await workplace.attestJson<RunReport>(["run", hash]);
    await workplace.close();
    expect([
      waiting.code,
      waiting.json.outcome,
      runsBefore.json,
      approved.code,
      approved.json.how,
      ran.code,
      ran.json.outcome,
    ]).toEqual([7, "waiting", [], 0, "hash", 0, "answered"]);
  });
});
