// The acceptance questions, asked as a person would without a terminal, against orgs of two sizes; expected values come from
// the org's dump by plain loops.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkplace, type Workplace } from "../attest-process.ts";
import { dormantAdmins, githubByAssignment, githubWithoutFactor, type Dump } from "./expected-answers.ts";

const questions = {
  factors: "Which active users have access to GitHub and no active MFA factor?",
  admins: "List users with an admin role who have not signed in for 30 days",
  assignment: "Which active users have GitHub access via app assignment?",
};

function byId<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  return rows.toSorted((a, b) => a.id.localeCompare(b.id));
}

/** The columns that the expected rows have, of the rows that were answered. */
function sharedColumns(rows: readonly Record<string, unknown>[], expected: readonly object[]): readonly any[] {
  const names = Object.keys(expected[0] ?? { id: "" });
  return byId(rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]]))) as { id: string }[]);
}

describe.each([1200, 5000])("an org of %i users", (users) => {
  let workplace: Workplace;
  let dump: Dump;
  beforeAll(async () => {
    workplace = await openWorkplace({ users, seed: 7 });
    dump = workplace.emulator.dump();
  });
  afterAll(() => workplace.close());

  test("active users with GitHub and no active factor, with the caveat of listFactors", async () => {
    const { code, json } = await workplace.attestJson(["ask", questions.factors, "--yes"]);
    const expected = byId(githubWithoutFactor(dump));
    expect(expected.length).toBeGreaterThan(0);
    expect({ code, outcome: json.outcome, count: json.count, rows: sharedColumns(json.rows, expected) }).toEqual({
      code: 0,
      outcome: "answered",
      count: expected.length,
      rows: expected,
    });
    expect(json.caveats.map((caveat: { operationId: string }) => caveat.operationId)).toContain("listFactors");
  });

  test("admins, directly or by group, who have not signed in for 30 days", async () => {
    const { code, json } = await workplace.attestJson(["ask", questions.admins, "--yes"]);
    const expected = byId(dormantAdmins(dump, Date.parse(json.asOf.from)));
    expect(expected.length).toBeGreaterThan(0);
    expect({ code, outcome: json.outcome, rows: sharedColumns(json.rows, expected) }).toEqual({
      code: 0,
      outcome: "answered",
      rows: expected,
    });
  });

  test("active users with GitHub by assignment, with the kind of assignment", async () => {
    const { code, json } = await workplace.attestJson(["ask", questions.assignment, "--yes"]);
    const expected = byId(githubByAssignment(dump));
    expect(expected.length).toBeGreaterThan(0);
    expect({
      code,
      outcome: json.outcome,
      rows: sharedColumns(
        json.rows,
        expected.map(({ id, login }) => ({ id, login })),
      ),
    }).toEqual({
      code: 0,
      outcome: "answered",
      rows: expected.map(({ id, login }) => ({ id, login })),
    });
  });
});

describe("a question that has several readings", () => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await openWorkplace({ users: 1200, seed: 7 });
  });
  afterAll(() => workplace.close());

  test("contractors are asked back, with both ways of marking them, their counts and the requests made", async () => {
    const { code, json } = await workplace.attestJson(["ask", "Show MFA status for contractors", "--yes"]);
    const dump: Dump & { readonly groups: readonly Record<string, any>[] } = workplace.emulator.dump() as never;
    const byType = dump.users.filter(
      (user) => user["status"] !== "DEPROVISIONED" && user["profile"].userType === "Contractor",
    ).length;
    const group = dump.groups.find((one) => one["profile"].name === "Contractors");
    const byGroup = dump.groupMembers.filter((member) => member["groupId"] === group?.["id"]).length;
    expect({
      code,
      outcome: json.outcome,
      counts: json.declined.alternatives.map((one: { count: number }) => one.count),
    }).toEqual({
      code: 3,
      outcome: "declined",
      counts: expect.arrayContaining([byType, byGroup]),
    });
    expect(json.declined.requests.length).toBeGreaterThan(0);
  });

  test("an app name that several apps share is declined with the candidates", async () => {
    const { code, json } = await workplace.attestJson(["ask", "Which users have Salesforce?", "--yes"]);
    const labels = workplace.emulator
      .dump()
      .apps.map((app) => String(app["label"]))
      .filter((label) => label.startsWith("Salesforce"));
    expect({
      code,
      outcome: json.outcome,
      rows: json.rows,
      candidates: json.declined.candidates.map((one: { name: string }) => one.name).toSorted(),
    }).toEqual({
      code: 3,
      outcome: "declined",
      rows: [],
      candidates: labels.toSorted(),
    });
  });
});

describe("without a terminal and without --yes", () => {
  test("nothing is sent: the review is printed, the exit code is 7, and the hash can be approved and run", async () => {
    const workplace = await openWorkplace({ users: 120, seed: 7 });
    const waiting = await workplace.attestJson(["ask", questions.factors]);
    const runsBefore = await workplace.attestJson(["journal", "list"]);
    const hash = waiting.json.reviewHash.slice(0, 16);
    const approved = await workplace.attestJson(["approve", hash]);
    const ran = await workplace.attestJson(["run", hash]);
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
