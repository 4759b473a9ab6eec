// Journals that older versions of Attest wrote, brought up to date when they are opened.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type Journal, openJournal } from "../../audit/journal.ts";
import { ring } from "./key-ring.ts";
import { newFolder } from "./new-folder.ts";
import { approval, beginning, bodyAt, reviewHash } from "./sample-run.ts";

/** A data folder with the journal that was kept of that version. */
function folderOf(version: number): string {
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  const kept = readFileSync(new URL(`./journals/version-${version}.db.gz`, import.meta.url));
  writeFileSync(join(folder, "journal.db"), gunzipSync(kept));
  return folder;
}

const filesOf = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "latin1"))
    .join("\n");

function changed(folder: string, sql: string): void {
  const database = new DatabaseSync(join(folder, "journal.db"));
  database.exec(sql);
  database.close();
}

function contentsOf(journal: Journal): object {
  const [killed, run] = journal.runs.list();
  if (run === undefined) throw new Error("the journal has no run");
  const reads = [...journal.runs.listReads(run.run)];
  return {
    killed: killed?.ending,
    ending: { ...run.ending, rowsHash: undefined },
    rows: journal.loadBody(run.ending?.rowsHash ?? ""),
    question: run.beginning.question,
    reads: reads.map((read) => [read.operationId, read.bytes]),
    body: journal.loadBody(reads[0]?.bodyHash ?? ""),
    evidence: journal.runs.findAttachment(run.run, "evidence"),
    exchanges: journal.listExchanges(run.beginning.plan ?? "").map((exchange) => exchange.request),
    approval: journal.approvals.find(reviewHash, approval.org),
    snippet: journal.snippets.get(reviewHash).source,
  };
}

test.each([1, 2])("a journal of version %d has everything that it had, and verifies", async (version) => {
  const journal = openJournal({ folder: folderOf(version), ring });
  const { broken, bodies } = journal.verify({ bodies: true });
  expect({ broken, bodies, contents: contentsOf(journal) }).toEqual({
    broken: [],
    bodies: 6,
    contents: {
      killed: undefined,
      ending: { outcome: "answered", notes: ["a note"], rowCount: 1, rowsHash: undefined },
      rows: '[\n{"login":"person1@acme.com"}\n]',
      question: beginning.question,
      reads: [
        ["listFactors", Buffer.byteLength(bodyAt(0))],
        ["listFactors", 5481],
        ["listFactors", 22_581],
      ],
      body: bodyAt(0),
      evidence: '{"cells":1}',
      exchanges: ['{"model":"m"}'],
      approval,
      snippet: beginning.source,
    },
  });
  await journal.close();
});

test("what the first version kept in the clear is in no file after it was brought up to date", async () => {
  const folder = folderOf(1);
  const found = (): readonly string[] =>
    ["Which users are there", "Phone 0", '"login":"person1@acme.com"'].filter((value) =>
      filesOf(folder).includes(value),
    );
  const before = found().length;
  await openJournal({ folder, ring }).close();
  expect({ before, after: found() }).toEqual({ before: 3, after: [] });
});

test("a journal of the first version that does not hold is named and left as it is", () => {
  const folder = folderOf(1);
  changed(folder, "UPDATE entries SET at = '2020-01-01' WHERE kind = 'approval'");
  const before = readFileSync(join(folder, "journal.db"));
  expect(() => openJournal({ folder, ring })).toThrow(
    "has the older version 1, and does not hold: entry 3 of journal, it does not follow from the entry before it",
  );
  expect(readFileSync(join(folder, "journal.db")).equals(before)).toBe(true);
});

test("what was changed in a journal of the second version is named after it was brought up to date, and not taken", async () => {
  const folder = folderOf(2);
  changed(
    folder,
    `UPDATE entries SET detail = (SELECT detail FROM entries WHERE kind = 'gate'),
       detail_hash = (SELECT detail_hash FROM entries WHERE kind = 'gate') WHERE kind = 'approval'`,
  );
  const journal = openJournal({ folder, ring });
  const { broken } = journal.verify();
  expect(broken).toEqual([{ chain: "journal", number: 3, reason: "it does not follow from the entry before it" }]);
  expect(() => journal.approvals.find(reviewHash, approval.org)).toThrow("Entry 3 of journal cannot be read");
  await journal.close();
});
