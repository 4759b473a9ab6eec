import { rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { bindingOf, chainStart, hashEntry } from "../../audit/entries/chain.ts";
import { bytesIn, numberIn } from "../../audit/entries/column-values.ts";
import { deriveKeys } from "../../audit/entries/journal-keys.ts";
import { openJournal } from "../../audit/journal.ts";
import { chainedEntryIn, detailColumns } from "../../audit/entries/sealed-detail.ts";
import { saltText, sealText } from "../../audit/entries/sealed-text.ts";
import { ring as plainRing } from "./key-ring.ts";
import { newFolder } from "./new-folder.ts";
import { beginning, bodyAt, readAt } from "./sample-run.ts";

/** Runs, each in a journal that is opened and closed: so each has an anchor. */
async function anchoredRuns(folder: string, runs: number): Promise<typeof plainRing> {
  const ring = { ...plainRing, anchorsOf: () => `${folder}.anchors` };
  for (let count = 0; count < runs; count += 1) {
    const journal = openJournal({ folder, ring });
    const run = await journal.beginRun(beginning);
    await run.keep(readAt(0), bodyAt(0));
    await run.end({ outcome: "answered", rows: [], notes: [] });
    await journal.close();
  }
  return ring;
}

async function verified(folder: string, ring: typeof plainRing, change: (database: DatabaseSync) => void) {
  const database = new DatabaseSync(`${folder}/journal.db`);
  change(database);
  database.close();
  const journal = openJournal({ folder, ring });
  const { anchors, broken } = journal.verify({ bodies: true });
  await journal.close();
  return { anchors, broken: broken.map(({ chain, number, reason }) => `${chain} ${number}: ${reason.split(",")[0]}`) };
}

test("each process that wrote leaves an anchor, and the journal fits them all", async () => {
  const folder = newFolder();
  const ring = await anchoredRuns(folder, 3);
  expect(await verified(folder, ring, () => undefined)).toEqual({ anchors: 3, broken: [] });
});

test("the last run, taken away with everything that speaks of it, is missed by its anchor", async () => {
  const folder = newFolder();
  const ring = await anchoredRuns(folder, 2);
  const cut = (database: DatabaseSync): void =>
    database.exec(`
      CREATE TEMP TABLE last AS SELECT chain FROM entries WHERE kind = 'run-begun' ORDER BY id DESC LIMIT 1;
      DELETE FROM bodies WHERE entry IN (SELECT id FROM entries WHERE chain IN last);
      DELETE FROM entries WHERE chain IN last OR (chain = 'journal' AND subject IN last);`);
  expect(await verified(folder, ring, cut)).toEqual({ anchors: 2, broken: ["journal 2: it was cut off"] });
});

test("a journal chain that was written anew is found, by its anchors where that was done with the key", async () => {
  const folder = newFolder();
  const ring = await anchoredRuns(folder, 2);
  const keys = deriveKeys(ring.find("") ?? new Uint8Array());
  const forge = (database: DatabaseSync, withKey: boolean): void => {
    database.exec("UPDATE entries SET at = '2020-01-01T00:00:00.000Z' WHERE chain = 'journal' AND number = 1");
    let previous = chainStart;
    const update = database.prepare("UPDATE entries SET hash = ?, detail = ?, detail_hash = ? WHERE id = ?");
    for (const row of database.prepare(`SELECT id, ${detailColumns} FROM entries WHERE chain = 'journal'`).all()) {
      const detail = saltText("{}");
      const entry = { ...chainedEntryIn(row), ...(withKey ? { detailHash: detail.hash } : {}) };
      previous = hashEntry(previous, entry);
      const sealed = withKey ? sealText(keys, detail, bindingOf(previous, entry)) : bytesIn(row, "detail");
      update.run(previous, sealed, entry.detailHash, numberIn(row, "id"));
    }
  };
  expect([
    await verified(folder, ring, (database) => forge(database, false)),
    await verified(folder, ring, (database) => forge(database, true)),
  ]).toEqual([
    { anchors: 2, broken: ["journal 1: its text is not the one that was written for it"] },
    { anchors: 2, broken: ["journal 0: between here and entry 1"] },
  ]);
});

test("anchors that are gone are said to be none", async () => {
  const folder = newFolder();
  const ring = await anchoredRuns(folder, 1);
  rmSync(`${folder}.anchors`);
  expect(await verified(folder, ring, () => undefined)).toEqual({ anchors: 0, broken: [] });
});
