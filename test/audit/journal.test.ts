import { statSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { canonicalRows, parseRows } from "../../audit/entries/canonical-rows.ts";
import { openJournal } from "../../audit/journal.ts";
import { Secret } from "../../terms/secret.ts";
import { ring } from "./key-ring.ts";
import { newFolder } from "./new-folder.ts";
import { approval, beginning, bodyAt, readAt, reviewHash } from "./sample-run.ts";

const range = (count: number): readonly number[] => [...Array(count).keys()];

test("a recording gives back every read and body, byte for byte, after the journal was closed", async () => {
  const folder = newFolder();
  const journal = openJournal({ folder, ring });
  const run = await journal.beginRun(beginning);
  const kept = await Promise.all(range(300).map((step) => run.keep(readAt(step), bodyAt(step))));
  await run.end({ outcome: "answered", rows: [{ login: "a" }], notes: [] });
  await journal.close();
  const recording = openJournal({ folder, ring }).recordingOf("last");
  expect({
    run: recording.run,
    source: recording.source,
    steps: recording.steps,
    reads: range(300).map((step) => recording.find(step)),
    bodies: range(300).map((step) => recording.loadBody(recording.find(step)?.bodyHash ?? "")),
    beyond: recording.find(300),
  }).toStrictEqual({
    run: run.run,
    source: beginning.source,
    steps: 300,
    reads: range(300).map((step) => ({ ...readAt(step), bodyHash: kept[step]?.bodyHash })),
    bodies: range(300).map(bodyAt),
    beyond: undefined,
  });
});

test("a body that is given with its bytes is kept as it is, the bytes are gone, and a secret in it is not kept", async () => {
  const journal = openJournal({ folder: newFolder(), ring });
  journal.protect(new Secret("00sEcrEt"));
  const run = await journal.beginRun(beginning);
  const texts = [
    JSON.stringify([{ name: "Zoë 🙂".repeat(4000) }]),
    JSON.stringify([{ id: "00sEcrEt" }, "b".repeat(20_000)]),
  ];
  const bytes = texts.map((text) => new TextEncoder().encode(text));
  const kept = await Promise.all(texts.map((text, step) => run.keep(readAt(step), text, bytes[step])));
  expect({
    kept: kept.map((one) => [one.bytes, one.isAsItCame]),
    bodies: kept.map((one) => journal.loadBody(one.bodyHash ?? "")),
    left: bytes[0]?.byteLength,
    broken: journal.verify({ bodies: true }).broken,
  }).toEqual({
    kept: [
      [Buffer.byteLength(texts[0] ?? ""), true],
      [Buffer.byteLength(texts[1] ?? ""), false],
    ],
    bodies: [texts[0], texts[1]?.replace("00sEcrEt", "[secret]")],
    left: 0,
    broken: [],
  });
});

test("a failed read, an absent one and a page of a list are kept as they are", async () => {
  const journal = openJournal({ folder: newFolder(), ring });
  const run = await journal.beginRun(beginning);
  const absent = { ...readAt(0), kind: "absent" as const, bodyHash: undefined, bytes: 0 };
  const failed = {
    ...absent,
    step: 1,
    kind: "failed" as const,
    exchange: undefined,
    failure: {
      code: "okta/unavailable" as const,
      details: { operationId: "listFactors", status: 503 },
      found: "Okta answered 503.",
      why: "It is down.",
      help: "Try later.",
    },
  };
  const page = { ...readAt(2), listing: 2, page: 0, hasMore: true, cursor: "/api/v1/users?after=x" };
  const kept = await Promise.all([run.keep(absent, undefined), run.keep(failed, undefined), run.keep(page, bodyAt(2))]);
  const recording = journal.recordingOf(run.run);
  expect([0, 1, 2].map((step) => recording.find(step))).toStrictEqual([
    absent,
    failed,
    { ...page, bodyHash: kept[2].bodyHash },
  ]);
});

test("a run that has not ended is open, and the reads of its resumption come after the ones it had", async () => {
  const folder = newFolder();
  const journal = openJournal({ folder, ring });
  const run = await journal.beginRun(beginning);
  await run.keep(readAt(0), bodyAt(0));
  const open = journal.runs.get("last").ending;
  const again = await journal.resumeRun(run.run, { by: "ines" });
  await again.keep(readAt(1), bodyAt(1));
  await again.end({ outcome: "empty", rows: [], notes: ["nothing found"] });
  const { ending } = journal.runs.get(run.run.slice(-8));
  expect({ open, ending, reads: [...journal.runs.listReads("last")].map((read) => read.step) }).toEqual({
    open: undefined,
    ending: { outcome: "empty", notes: ["nothing found"], rowCount: 0, rowsHash: ending?.rowsHash },
    reads: [0, 1],
  });
});

test("rows are kept and come back in their order of columns", async () => {
  const journal = openJournal({ folder: newFolder(), ring });
  const run = await journal.beginRun(beginning);
  const rows = [
    { login: "zoë", age: 3, tags: ["a", "b"], manager: null, factors: { unknown: "403" } },
    { login: "=1+1", age: 0, tags: [], manager: "x", factors: 2 },
  ];
  await run.end({ outcome: "answered", rows, notes: [] });
  const kept = journal.loadBody(journal.runs.get("last").ending?.rowsHash ?? "");
  expect({ kept, rows: parseRows(kept) }).toEqual({ kept: canonicalRows(rows), rows });
});

test("show puts approved operations beside executed ones, and what was never approved stands out", async () => {
  const journal = openJournal({ folder: newFolder(), ring });
  const run = await journal.beginRun(beginning);
  await Promise.all([0, 1].map((step) => run.keep(readAt(step), bodyAt(step))));
  const { operations, asOf } = journal.runs.show("last");
  expect({ operations, asOf }).toEqual({
    operations: [
      {
        operationId: "listUsers",
        approved: beginning.review.operations[0],
        reads: 0,
        failed: 0,
        requests: 0,
        bytes: 0,
      },
      {
        operationId: "listFactors",
        approved: undefined,
        reads: 2,
        failed: 0,
        requests: 2,
        bytes: Buffer.byteLength(bodyAt(0)) + Buffer.byteLength(bodyAt(1)),
      },
    ],
    asOf: { from: "2026-11-23T20:00:01.000Z", to: "2026-11-23T20:00:01.001Z" },
  });
});

test("an approval counts for its own org alone, and the newest one wins", async () => {
  const journal = openJournal({ folder: newFolder(), ring });
  await journal.approvals.save(approval);
  await journal.approvals.save({ ...approval, how: "hash" });
  expect([
    journal.approvals.find(reviewHash, "https://acme.okta.com"),
    journal.approvals.find(reviewHash, "https://other.okta.com"),
    journal.approvals.find("another", "https://acme.okta.com"),
  ]).toEqual([{ ...approval, how: "hash" }, undefined, undefined]);
});

test("a snippet is found by its hash or a unique beginning of it", async () => {
  const journal = openJournal({ folder: newFolder(), ring });
  const snippet = {
    source: beginning.source,
    review: beginning.review,
    question: undefined,
    reading: undefined,
    plan: undefined,
    planner: "file" as const,
  };
  await journal.snippets.save(snippet);
  await journal.snippets.save({ ...snippet, question: "again" });
  const other = { ...snippet, review: { ...beginning.review, reviewHash: `${reviewHash.slice(0, 8)}other` } };
  await journal.snippets.save(other);
  expect({
    whole: journal.snippets.get(reviewHash),
    part: journal.snippets.get(`${reviewHash.slice(0, 8)}oth`),
  }).toEqual({ whole: { ...snippet, question: "again" }, part: other });
  expect(() => journal.snippets.get(reviewHash.slice(0, 8))).toThrow("more than one snippet");
  expect(() => journal.snippets.get("ffff")).toThrow('no snippet "ffff"');
});

test("a run is found by words with quotes, accents and values of parameters, however its text writes them", async () => {
  const journal = openJournal({ folder: newFolder(), ring });
  const question = 'Who has "GitHub" or C:\\Söhne?';
  await journal.beginRun({ ...beginning, question, parameters: { app: 'the "new" one', days: 30 } });
  const finds = (word: string): boolean => journal.runs.search([word], 10).length === 1;
  expect(
    ['"github"', "c:\\söhne?", 'the \\"new\\" one', "30", "listUsers lists", '"gitlab"', "söhne c"].map(finds),
  ).toEqual([true, true, true, true, true, false, false]);
});

test("a body is found by its hash in a journal that was opened anew, whether or not its entry was read before", async () => {
  const folder = newFolder();
  const journal = openJournal({ folder, ring });
  const run = await journal.beginRun(beginning);
  const { bodyHash = "" } = await run.keep(readAt(0), bodyAt(0));
  const fresh = journal.loadBody(bodyHash);
  await journal.close();
  const [unread, read] = [openJournal({ folder, ring }), openJournal({ folder, ring })];
  read.recordingOf("last").find(0);
  expect([fresh, unread.loadBody(bodyHash), read.loadBody(bodyHash)]).toEqual([bodyAt(0), bodyAt(0), bodyAt(0)]);
});

test("a name that is no run is said to be none", () => {
  const journal = openJournal({ folder: newFolder(), ring });
  expect(() => journal.runs.get("last")).toThrow('The journal has no run "last".');
});

test("a planning keeps each model exchange exactly", async () => {
  const journal = openJournal({ folder: newFolder(), ring });
  const plan = await journal.beginPlan({ question: "Who?", planner: "model", operator: "ines" });
  const exchange = {
    round: 0,
    request: '{"model":"m"}',
    response: '{"content":[]}',
    status: 200,
    sentAt: "2026-11-23T20:00:00.000Z",
    endedAt: "2026-11-23T20:00:01.000Z",
    inputTokens: 10,
    cacheReadTokens: 4,
    cacheWriteTokens: 0,
    outputTokens: 2,
  };
  await plan.keepExchange(exchange);
  await plan.end({ kind: "declined", reason: "no such thing", requests: [] });
  expect({ exchanges: journal.listExchanges(plan.plan), broken: journal.verify().broken }).toEqual({
    exchanges: [exchange],
    broken: [],
  });
});

test("folder and file are their owner's alone", () => {
  const journal = openJournal({ folder: newFolder(), ring });
  const modes = [dirname(journal.path), journal.path].map((path) => (statSync(path).mode & 0o777).toString(8));
  expect(modes).toEqual(["700", "600"]);
});
