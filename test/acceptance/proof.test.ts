// One answer, then everything that proves it: replay with the org gone, an edited snippet's divergence, evidence of a cell,
// a run that was killed and goes on.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkplace, type Workplace } from "../attest-process.ts";
import { githubWithoutFactor } from "./expected-answers.ts";

const question = "Which active users have access to GitHub and no active MFA factor?";

let workplace: Workplace;
let answer: any;
beforeAll(async () => {
  workplace = await openWorkplace({ users: 600, seed: 3 });
  answer = (await workplace.attestJson(["ask", question, "--yes"])).json;
});
afterAll(() => workplace.close());

/** Waits until the newest run of a workplace has some of its answers in the journal. */
async function someReads(place: Workplace): Promise<void> {
  for (;;) {
    await sleep(100);
    const shown = await place.attest(["journal", "show", "last", "--json"]);
    if (shown.code === 0 && JSON.parse(shown.stdout).reads.length > 20) return;
  }
}

test("the login of a row is traced to its request, pointer, value, time and Okta's request id", async () => {
  const { code, json } = await workplace.attestJson(["evidence", "last", "--row", "0", "--column", "login"]);
  const [cell] = json.cells;
  const [place] = cell.places;
  expect(code).toBe(0);
  expect({
    value: cell.value,
    evidence: cell.evidence,
    at: place.value,
    operationId: place.operationId,
    pointer: place.pointer.replace(/\d+/, "N"),
  }).toEqual({
    value: answer.rows[0].login,
    evidence: "value",
    at: answer.rows[0].login,
    operationId: "listApplicationUsers",
    pointer: "/N/_embedded/user/profile/login",
  });
  expect(place.request).toMatch(/^GET \/api\/v1\/apps\/0oa\w+\/users\?/);
  expect(place.oktaRequestId).toMatch(/^[\w@-]{20,}$/);
  expect(Date.parse(place.at)).toBeGreaterThan(0);
});

test("a count of none is traced to the response that has none", async () => {
  const { json } = await workplace.attestJson(["evidence", "last", "--row", "0", "--column", "activeFactors"]);
  const [cell] = json.cells;
  expect({
    value: cell.value,
    evidence: cell.evidence,
    operations: cell.places.map((place: any) => place.operationId),
  }).toEqual({
    value: 0,
    evidence: "items",
    operations: ["listFactors"],
  });
  expect(cell.places[0].request).toBe(`GET /api/v1/users/${answer.rows[0].id}/factors`);
});

test("the first row's evidence names the values of all its direct cells", async () => {
  const { json } = await workplace.attestJson(["evidence", "last", "--row", "0"]);
  const direct = json.cells.filter((cell: any) => cell.origin.kind === "direct" && cell.evidence !== "literal");
  expect(direct.map((cell: any) => [cell.column, cell.evidence, cell.places[0]?.value])).toEqual(
    direct.map((cell: any) => [cell.column, "value", cell.value]),
  );
});

test("a killed run goes on where it was: the same rows, and no answered request is sent again", async () => {
  const slow = await openWorkplace({ users: 600, seed: 3, latencyMs: 200, jitterMs: 100 });
  const running = slow.start(["ask", question, "--yes"], { ATTEST_CONCURRENCY: "8" });
  await someReads(slow);
  running.kill("SIGKILL");
  const before = await slow.attestJson(["journal", "show", "last"]);
  const resumed = await slow.attestJson(["resume", "last"]);
  const after = await slow.attestJson(["journal", "show", "last"]);
  const expected = githubWithoutFactor(slow.emulator.dump());
  await slow.close();
  const readsOf = (shown: any): number => shown.json.operations.reduce((sum: number, one: any) => sum + one.reads, 0);
  expect(before.json.summary.outcome).toBe("open");
  expect(readsOf(before)).toBeGreaterThan(0);
  expect([resumed.code, resumed.json.rows.map((row: any) => row.id).toSorted()]).toEqual([
    0,
    expected.map((row) => row.id).toSorted(),
  ]);
  // Each step was answered once, before the kill or after it: none twice.
  const steps = after.json.reads.map((read: any) => read.step);
  expect(steps.toSorted((a: number, b: number) => a - b)).toEqual(steps.map((_: number, index: number) => index));
}, 60_000);

test("an edited snippet is named by the step at which it asks for something else", async () => {
  const file = join(workplace.home, "changed.ts");
  writeFileSync(file, answer.plan.snippet.replace("okta.listApplications({", "okta.listApplications({ q: 'Git',"));
  const { code, json } = await workplace.attestJson(["replay", "last", "--changed", file]);
  expect([code, json.verdict, json.divergence?.step]).toEqual([5, "diverged", 0]);
});

test("with the org gone, a replay gives the same bytes", async () => {
  await workplace.emulator.close();
  const { code, json } = await workplace.attestJson(["replay", "last"]);
  expect({ code, verdict: json.verdict, rows: json.rows }).toEqual({
    code: 0,
    verdict: "identical",
    rows: answer.rows,
  });
});
