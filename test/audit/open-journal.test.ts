import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openJournal } from "../../audit/journal.ts";
import { Secret } from "../../terms/secret.ts";
import { ring } from "./key-ring.ts";
import { newFolder } from "./new-folder.ts";
import { readableTexts } from "./readable-texts.ts";
import { beginning, readAt } from "./sample-run.ts";

function codeOf(action: () => unknown): string {
  try {
    action();
    return "no failure";
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}

test("a folder that cannot be made, a file that is no journal, and a folder in its place are named", () => {
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "file"), "");
  const noDatabase = join(folder, "a");
  mkdirSync(noDatabase);
  writeFileSync(
    join(noDatabase, "journal.db"),
    "this is not a database, but long enough to be taken for one".repeat(20),
  );
  const inItsPlace = join(folder, "b");
  mkdirSync(join(inItsPlace, "journal.db"), { recursive: true });
  expect(
    [join(folder, "file", "data"), noDatabase, inItsPlace].map((one) =>
      codeOf(() => openJournal({ folder: one, ring })),
    ),
  ).toEqual(["journal/unwritable", "journal/unwritable", "journal/unwritable"]);
});

test("a reader that must not make a journal says that there is none", () => {
  const folder = newFolder();
  expect(codeOf(() => openJournal({ folder, createIfMissing: false, ring }))).toBe("journal/not-found");
});

test("a registered secret is in no file, whether it came in a body, a parameter, a header or a model request", async () => {
  const folder = newFolder();
  const journal = openJournal({ folder, ring });
  const token = '00secret"Token/with+odd characters';
  journal.protect(new Secret(token));
  const run = await journal.beginRun({ ...beginning, question: `Is ${token} safe?` });
  const exchange = readAt(0).exchange;
  if (exchange === undefined) throw new Error("the sample has an exchange");
  const read = { ...readAt(0), exchange: { ...exchange, target: `/x?q=${encodeURIComponent(token)}` } };
  const kept = await run.keep(read, JSON.stringify({ token }));
  const plan = await journal.beginPlan({ question: token, planner: "model", operator: "ines" });
  const request = JSON.stringify({ key: token });
  const at = "2026-11-23T20:00:00.000Z";
  await plan.keepExchange({
    round: 0,
    request,
    response: "{}",
    status: 200,
    sentAt: at,
    endedAt: at,
    inputTokens: 0,
    cacheReadTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: 0,
  });
  await run.end({ outcome: "answered", rows: [{ token }], notes: [token] });
  const body = journal.loadBody(kept.bodyHash ?? "");
  const rows = journal.loadBody(journal.runs.get("last").ending?.rowsHash ?? "");
  const sent = journal.listExchanges(plan.plan)[0]?.request;
  await journal.close();
  expect({ body, rows, sent, found: readableTexts(folder, ring).includes("00secret") }).toEqual({
    body: '{"token":"[secret]"}',
    rows: '[\n{"token":"[secret]"}\n]',
    sent: '{"key":"[secret]"}',
    found: false,
  });
});
