// What is counted of a journal, and in which forms.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import parsePrometheus from "parse-prometheus-text-format";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openJournal, type Journal } from "../../audit/journal.ts";
import { renderMetrics } from "../../cli/render/render-metrics.ts";
import { renderPrometheus } from "../../cli/render/render-prometheus.ts";
import { journalKeyRing } from "../../main/config/journal-key-ring.ts";
import { type House, openHouse } from "../../main/house.ts";
import { metrics } from "../../main/metrics.ts";
import { Failure } from "../../terms/failure.ts";
import type { RecordedRead } from "../../terms/recording.ts";
import { checkRunFile } from "../../audit/transfer/check-run-file.ts";
import { beginning, bodyAt, failedAt, readAt } from "../audit/sample-run.ts";

const start = Date.parse("2026-11-20T09:00:00.000Z");
let clock = start;
let folder: string;
let house: House;

const wait = (seconds: number): void => void (clock += 1000 * seconds);

function openAt(name: string): Journal {
  const place = join(folder, name);
  return openJournal({
    folder: join(place, "data"),
    ring: journalKeyRing(join(place, "keys")),
    now: () => new Date(clock),
  });
}

function triedTwice(step: number): RecordedRead {
  const read = readAt(step);
  const [answered] = read.exchange?.attempts ?? [];
  if (read.exchange === undefined || answered === undefined) throw new Error("the sample has no attempt");
  const refused = { ...answered, status: 429, reason: "429, window ends in 7 s" };
  return { ...read, exchange: { ...read.exchange, attempts: [refused, answered] } };
}

const tokens = { inputTokens: 900, outputTokens: 100, cacheReadTokens: 0, cacheWriteTokens: 0 };
const sent = { sentAt: "2026-11-20T09:00:00.000Z", endedAt: "2026-11-20T09:00:01.000Z", status: 200 };

/** A question that a model plans in 3 s, that waits 1,000 s for its approval, and that is answered 4 s later: 7 s. */
async function answeredQuestion(journal: Journal): Promise<string> {
  const plan = await journal.beginPlan({ question: "Who?", planner: "model", operator: "ines" });
  await plan.keepExchange({ round: 0, request: "{}", response: "{}", ...sent, ...tokens });
  wait(3);
  await plan.end({ kind: "snippet", source: "", reading: "", definitions: [], planner: "model" });
  wait(1000);
  const run = await journal.beginRun({ ...beginning, planner: "model", plan: plan.plan });
  await run.keep(triedTwice(0), bodyAt(0));
  await run.keep(readAt(1), bodyAt(1));
  await run.keep(failedAt(2, "okta/unavailable"), undefined);
  await run.keep(failedAt(3, "run/cancelled"), undefined);
  wait(4);
  await run.end({ outcome: "answered", rows: [{ login: "a" }], notes: [] });
  await run.attach("unverified", { cells: 2 });
  return run.run;
}

async function* asLines(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

const gaveUp = new Failure(
  "model/gave-up",
  { condition: "same finding", bound: 4 },
  { found: "…", why: "…", help: "…" },
);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attest-metrics-"));
  const journal = openAt("here");
  const old = await journal.beginPlan({ question: "Who?", planner: "model", operator: "ines" });
  await old.end({ kind: "failed", failure: gaveUp.describe() });
  wait(86_400);
  const marked = await answeredQuestion(journal);
  for (const verdict of ["wrong", "right"] as const)
    await journal.runs.mark(marked, { verdict, note: undefined, operator: "ines" });
  const next = { question: "And?", planner: "phrasebook" as const, operator: "ines", conversation: marked };
  await (await journal.beginPlan(next)).end({ kind: "declined", reason: "none", requests: [] });
  const run = await journal.beginRun({ ...beginning, planner: "report" });
  wait(1);
  await run.end({ outcome: "empty", rows: [], notes: [] });
  await journal.beginRun({ ...beginning, planner: "file" });
  await (await journal.beginRun({ ...beginning, planner: "look-up" })).end({ outcome: "answered", notes: [] });
  const elsewhere = openAt("there");
  const lines = [...elsewhere.exportRun(await answeredQuestion(elsewhere))];
  const checked = await checkRunFile(asLines(lines));
  if ("reason" in checked) throw new Error(checked.reason);
  await journal.importRun(checked, asLines(lines), "ines");
  await elsewhere.close();
  await journal.close();
  const place = join(folder, "here");
  house = openHouse(
    { ATTEST_HOME: join(place, "data"), ATTEST_KEYS: join(place, "keys"), ATTEST_JOURNAL_MB: "50" },
    folder,
  );
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const dayTwo = new Date(start + 3_600_000);
const bytes = expect.any(Number);

test("questions, outcomes, times, reads, tokens and marks of a time are counted, without look-ups and runs out of files", () => {
  const { targets, ...counted } = metrics(house, { since: dayTwo });
  expect({ counted, targets }).toEqual({
    counted: {
      since: dayTwo.toISOString(),
      questions: { model: 1, phrasebook: 1 },
      followUps: 1,
      followUpShare: 50,
      outcomes: { answered: 1, declined: 1, empty: 1, open: 1 },
      seconds: { mean: 4, p50: 1, p95: 7 },
      reads: 3,
      failedReads: 1,
      apiSuccess: 200 / 3,
      requests: 5,
      rateLimited: 1,
      inputTokens: 900,
      outputTokens: 100,
      unknownNames: 0,
      unverifiedCells: 2,
      marks: { right: 1, wrong: 0 },
      disk: { bytes, bound: 50_000_000 },
    },
    targets: [
      { name: "mean seconds of an answer", target: "2 to 10", value: 4, met: true },
      { name: "API success, percent", target: "at least 99", value: 200 / 3, met: false },
      { name: "follow-ups, percent", target: "under 5", value: 50, met: false },
    ],
  });
});

test("all of the journal is counted where no time is named, and nothing is said of a time in which nothing was", () => {
  const all = metrics(house, {});
  const none = metrics(house, { since: new Date(start + 40 * 86_400_000) });
  expect({
    all: [all.since, all.questions, all.unknownNames],
    none: [none.questions, none.seconds, none.apiSuccess, none.targets.map((one) => one.met)],
    says: renderMetrics(none).includes("nothing known"),
  }).toEqual({
    all: [null, { model: 2, phrasebook: 1 }, 1],
    none: [{}, { mean: null, p50: null, p95: null }, null, [null, null, null]],
    says: true,
  });
});

test("Prometheus' own format says the same, as another parser reads it", async () => {
  const families = parsePrometheus(await renderPrometheus(metrics(house, {})));
  const of = (name: string): unknown => families.find((one) => one.name === name)?.metrics;
  expect({
    questions: of("attest_questions_total"),
    rateLimited: of("attest_rate_limited_total"),
    marks: of("attest_marks_total"),
    seconds: of("attest_answer_seconds"),
    bound: of("attest_journal_bound_bytes"),
  }).toEqual({
    questions: [
      { labels: { planner: "model" }, value: "2" },
      { labels: { planner: "phrasebook" }, value: "1" },
    ],
    rateLimited: [{ value: "1" }],
    marks: [
      { labels: { verdict: "right" }, value: "1" },
      { labels: { verdict: "wrong" }, value: "0" },
    ],
    seconds: [
      { labels: { quantile: "0.5" }, value: "1" },
      { labels: { quantile: "0.95" }, value: "7" },
    ],
    bound: [{ value: "50000000" }],
  });
});
