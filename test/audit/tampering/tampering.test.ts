// Must-show 1 of the journal: whatever is changed behind its back is found, and the first bad entry is named.
import { copyFileSync, mkdirSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { openJournal } from "../../../audit/journal.ts";
import { randomNumbers } from "../../random-numbers.ts";
import { newFolder } from "../new-folder.ts";
import { edits } from "./edits.ts";
import { keepJournal } from "./kept-journal.ts";

const count = 200;

test("200 random edits are all found, and the first bad entry of each is named", { timeout: 60_000 }, async () => {
  const seed = Number(process.env["ATTEST_SEED"] ?? Math.floor(Math.random() * 2 ** 32));
  const random = randomNumbers(seed);
  const folder = newFolder();
  const ring = await keepJournal(folder);
  const changed = newFolder();
  mkdirSync(changed, { recursive: true });
  const kinds = Object.entries(edits);
  const wrong: object[] = [];
  for (let index = 0; index < count; index += 1) {
    const [name = "", edit = () => []] = kinds[index % kinds.length] ?? [];
    const path = `${changed}/journal.db`;
    copyFileSync(`${folder}/journal.db`, path);
    const database = new DatabaseSync(path);
    database.exec("PRAGMA synchronous = OFF");
    const expected = edit(database, random);
    database.close();
    const journal = openJournal({ folder: changed, ring });
    const [first] = journal.verify({ bodies: true }).broken;
    await journal.close();
    const named = first === undefined ? "nothing" : `${first.chain} ${first.number}`;
    if (!expected.includes(named)) wrong.push({ index, name, expected, found: first ?? named });
  }
  expect({ seed, wrong }).toEqual({ seed, wrong: [] });
});
