// One answer, then everything that proves it: evidence of its cells, a run that was killed and goes on, an edited snippet's
// divergence, a replay with the org gone.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evidence } from "../../main/evidence.ts";
import type { TracedCell } from "../../main/evidence-report.ts";
import type { showJournal } from "../../main/journal.ts";
import { replay } from "../../main/replay.ts";
import type { RunReport } from "../../main/run-report.ts";
import type { Cell, Row } from "../../terms/cell.ts";
import { openAskingHouse, reportOf, type AskingHouse } from "../asking-house.ts";
import { openWorkplace, type Workplace } from "../attest-process.ts";
import { dumpOf, githubWithoutFactor } from "./expected-answers.ts";

type Shown = ReturnType<typeof showJournal>;

const question = "Which active users have access to GitHub and no active MFA factor?";

let place: AskingHouse;
let answer: RunReport;
let firstRow: Row;
let firstId: string;
beforeAll(async () => {
  place = await openAskingHouse({ users: 600, seed: 3 });
  answer = reportOf(await place.ask(question));
  firstRow = answer.rows[0] ?? {};
  firstId = textOf(firstRow["id"]);
});
afterAll(() => place.close());

function textOf(cell: Cell | undefined): string {
  return typeof cell === "string" ? cell : "";
}

async function evidenceOf(column?: string): Promise<readonly TracedCell[]> {
  return (await evidence(place.house, "last", { row: 0, column })).cells;
}

/** Waits until the newest run of a workplace has some of its answers in the journal. */
async function someReads(workplace: Workplace): Promise<void> {
  for (;;) {
    await sleep(100);
    const shown = await workplace.attest(["journal", "show", "last", "--json"]);
    if (shown.code === 0 && (JSON.parse(shown.stdout) as Shown).reads.length > 20) return;
  }
}

test("the login of a row is traced to its request, pointer, value, time and Okta's request id", async () => {
  expect(await evidenceOf("login")).toEqual([
    {
      column: "login",
      value: firstRow["login"],
      origin: expect.objectContaining({ kind: "direct" }),
      evidence: "value",
      places: [
        {
          step: expect.any(Number),
          operationId: "listApplicationUsers",
          request: expect.stringMatching(/^GET \/api\/v1\/apps\/0oa\w+\/users\?/),
          pointer: expect.stringMatching(/^\/\d+\/_embedded\/user\/profile\/login$/),
          value: firstRow["login"],
          items: null,
          at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
          status: 200,
          oktaRequestId: expect.stringMatching(/^[\w@-]{20,}$/),
        },
      ],
    },
  ]);
});

test("a count of none is traced to the response that has none", async () => {
  const [cell] = await evidenceOf("activeFactors");
  expect({ ...cell, places: cell?.places.map(({ operationId, request }) => ({ operationId, request })) }).toEqual({
    column: "activeFactors",
    value: 0,
    origin: expect.objectContaining({ kind: "count" }),
    evidence: "items",
    places: [{ operationId: "listFactors", request: `GET /api/v1/users/${firstId}/factors` }],
  });
});

test("the first row's evidence names the values of all its direct cells", async () => {
  const cells = await evidenceOf();
  const direct = cells.filter((cell) => cell.origin.kind === "direct" && cell.evidence !== "literal");
  expect(direct.map((cell) => [cell.column, cell.evidence, cell.places[0]?.value])).toEqual(
    direct.map((cell) => [cell.column, "value", cell.value]),
  );
});

test("a killed run goes on where it was: the same rows, and no answered request is sent again", async () => {
  const slow = await openWorkplace({ users: 600, seed: 3, latencyMs: 200, jitterMs: 100 });
  const running = slow.start(["ask", question, "--yes"], { ATTEST_CONCURRENCY: "8" });
  await someReads(slow);
  running.kill("SIGKILL");
  const before = (await slow.attestJson<Shown>(["journal", "show", "last"])).json;
  const resumed = (await slow.attestJson<RunReport>(["resume", "last"])).json;
  const after = (await slow.attestJson<Shown>(["journal", "show", "last"])).json;
  const expected = githubWithoutFactor(dumpOf(slow.emulator));
  await slow.close();
  const steps = after.reads.map((read) => read.step).toSorted((a, b) => a - b);
  expect({
    before: before.summary.outcome,
    outcome: resumed.outcome,
    rows: resumed.rows.map((row) => textOf(row["id"])).toSorted(),
    steps,
  }).toEqual({
    before: "open",
    outcome: "answered",
    rows: expected.map((row) => row.id).toSorted(),
    // Every step was answered once, before the kill or after it.
    steps: steps.map((_, index) => index),
  });
  expect(before.reads.length).toBeLessThan(after.reads.length);
}, 60_000);

test("a run that is interrupted stops, says so with exit code 6, and can be resumed", async () => {
  const slow = await openWorkplace({ users: 300, seed: 3, latencyMs: 300 });
  const running = slow.start(["ask", question, "--yes", "--json"], { ATTEST_CONCURRENCY: "4" });
  let stdout = "";
  running.stdout?.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  await someReads(slow);
  running.kill("SIGINT");
  const code = await new Promise<number | null>((closed) => running.on("close", closed));
  const stopped = JSON.parse(stdout) as RunReport;
  const resumed = (await slow.attestJson<RunReport>(["resume", "last"])).json;
  const expected = githubWithoutFactor(dumpOf(slow.emulator));
  await slow.close();
  expect({
    code,
    outcome: stopped.outcome,
    failure: stopped.failure?.code,
    rows: stopped.rows,
    resumed: resumed.rows.map((row) => textOf(row["id"])).toSorted(),
  }).toEqual({
    code: 6,
    outcome: "stopped",
    failure: "run/cancelled",
    rows: [],
    resumed: expected.map((row) => row.id).toSorted(),
  });
}, 60_000);

test("an edited snippet is named by the step at which it asks for something else", async () => {
  const snippet = answer.plan?.snippet ?? "";
  const edited = snippet.replace("okta.listApplications({", "okta.listApplications({ q: 'Git',");
  expect(await replay(place.house, "last", edited)).toMatchObject({
    kind: "report",
    report: { verdict: "diverged", divergence: { step: 0 } },
  });
});

test("with the org gone, a replay gives the same bytes", async () => {
  await place.emulator.close();
  expect(await replay(place.house, "last", undefined)).toMatchObject({
    kind: "report",
    report: { verdict: "identical", rows: answer.rows },
  });
});
