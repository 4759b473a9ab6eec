import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { openJournal } from "../../audit/journal.ts";
import { isFailure } from "../../terms/failure.ts";
import { ring } from "./key-ring.ts";
import { newFolder } from "./new-folder.ts";
import { beginning, bodyAt, readAt } from "./sample-run.ts";

const firstRun = "first";

/** A journal with two ended runs of five reads, changed behind its back by `sql`; `first` and `second` stand for their names. */
async function broken(sql: string): Promise<readonly object[]> {
  const folder = newFolder();
  const journal = openJournal({ folder, ring });
  const names: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    const run = await journal.beginRun(beginning);
    await Promise.all([0, 1, 2, 3, 4].map((step) => run.keep(readAt(step + count * 5), bodyAt(step + count * 5))));
    await run.end({ outcome: "answered", rows: [], notes: [] });
    names.push(run.run);
  }
  const [first = "", second = ""] = names;
  await journal.close();
  const database = new DatabaseSync(`${folder}/journal.db`);
  database.exec(sql.replaceAll(firstRun, first).replaceAll("second", second));
  database.close();
  const again = openJournal({ folder, ring });
  const report = again.verify({ bodies: true });
  await again.close();
  return report.broken.map((one) => ({ ...one, chain: one.chain === first ? firstRun : one.chain }));
}

const range = (count: number): readonly number[] => [...Array(count).keys()];

async function contentsOf(file: Buffer): Promise<string> {
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/journal.db`, file);
  const journal = openJournal({ folder, ring });
  try {
    const { broken } = journal.verify({ bodies: true });
    if (broken.length > 0) return "broken";
    const recording = journal.recordingOf("last");
    return JSON.stringify(range(40).map((step) => recording.loadBody(recording.find(step)?.bodyHash ?? "")));
  } finally {
    await journal.close();
  }
}

async function isFoundOrHarmless(turned: Buffer, whole: Buffer): Promise<boolean> {
  try {
    const contents = await contentsOf(turned);
    return contents === "broken" || contents === (await contentsOf(whole));
  } catch (error) {
    return isFailure(error);
  }
}

const place = (chain: string, number: number): string => `chain = '${chain}' AND number = ${number}`;

const changes: readonly (readonly [string, string, number, string])[] = [
  [
    "a changed text",
    `UPDATE entries SET detail = CAST(substr(detail, 1, 20) || char(unicode(substr(detail, 21, 1)) + 1) || substr(detail, 22) AS BLOB) WHERE ${place(firstRun, 3)}`,
    3,
    "its text is not the one that was written for it",
  ],
  [
    "the text of another entry",
    `UPDATE entries SET detail = (SELECT detail FROM entries WHERE ${place(firstRun, 2)}) WHERE ${place(firstRun, 3)}`,
    3,
    "its text is not the one that was written for it",
  ],
  ["a deleted text", `UPDATE entries SET detail = NULL WHERE ${place(firstRun, 3)}`, 3, "its text was deleted"],
  [
    "changed facts",
    `UPDATE entries SET facts = replace(facts, 'listFactors', 'listGroups') WHERE ${place(firstRun, 2)}`,
    2,
    "it does not follow from the entry before it",
  ],
  [
    "a changed time",
    `UPDATE entries SET at = '2020-01-01' WHERE ${place(firstRun, 2)}`,
    2,
    "it does not follow from the entry before it",
  ],
  [
    "a changed subject",
    `UPDATE entries SET subject = '9' WHERE ${place(firstRun, 4)}`,
    4,
    "it does not follow from the entry before it",
  ],
  [
    "another body",
    `UPDATE entries SET body_hash = (SELECT body_hash FROM entries WHERE ${place(firstRun, 5)}) WHERE ${place(firstRun, 4)}`,
    4,
    "it does not follow from the entry before it",
  ],
  ["a deleted entry", `DELETE FROM entries WHERE ${place(firstRun, 3)}`, 3, "it is missing"],
  ["a deleted beginning", `DELETE FROM entries WHERE ${place(firstRun, 0)}`, 0, "it is missing"],
  [
    "two swapped entries",
    `UPDATE entries SET number = -1 WHERE ${place(firstRun, 2)}; UPDATE entries SET number = 2 WHERE ${place(firstRun, 3)}; UPDATE entries SET number = 3 WHERE ${place(firstRun, -1)}`,
    2,
    "it does not follow from the entry before it",
  ],
  [
    "a deleted body",
    `DELETE FROM bodies WHERE hash = (SELECT body_hash FROM entries WHERE ${place(firstRun, 1)})`,
    1,
    "its body was deleted",
  ],
  [
    "a tail that was cut off",
    `DELETE FROM entries WHERE chain = '${firstRun}' AND number > 3`,
    4,
    "it is missing, with everything up to entry 6, for which the journal chain vouches",
  ],
  [
    "one bit of a body",
    `UPDATE bodies SET content = CAST(substr(content, 1, 20) || char(unicode(substr(content, 21, 1)) + 1) || substr(content, 22) AS BLOB) WHERE hash = (SELECT body_hash FROM entries WHERE ${place(firstRun, 2)})`,
    2,
    "the body is not the one that was kept",
  ],
];

describe("verify", () => {
  test("finds nothing in a journal that nobody touched, and says how much it looked at", async () => {
    const journal = openJournal({ folder: newFolder(), ring });
    const run = await journal.beginRun(beginning);
    await run.keep(readAt(0), bodyAt(0));
    await run.end({ outcome: "answered", rows: [], notes: [] });
    expect(journal.verify({ bodies: true })).toEqual({
      anchors: 0,
      anchoredAt: undefined,
      entries: 5,
      chains: 2,
      bodies: 2,
      broken: [],
    });
  });

  test.each(changes)("names the place of %s", async (_, sql, number, reason) => {
    expect(await broken(sql)).toEqual([{ chain: firstRun, number, reason }]);
  });

  test("names a run that was deleted whole, and a tail of the journal chain that was cut off", async () => {
    expect([
      await broken(`DELETE FROM entries WHERE chain = '${firstRun}'`),
      await broken(`DELETE FROM entries WHERE chain = 'journal' AND number > 0`),
    ]).toEqual([
      [
        {
          chain: firstRun,
          number: 0,
          reason: "it is missing, with everything up to entry 0, for which the journal chain vouches",
        },
      ],
      expect.arrayContaining([{ chain: firstRun, number: 6, reason: "the journal chain does not vouch for it" }]),
    ]);
  });

  test("finds a bit that was turned anywhere in the file, or the journal reads as before", async () => {
    const folder = newFolder();
    const journal = openJournal({ folder, ring });
    const run = await journal.beginRun(beginning);
    await Promise.all(range(40).map((step) => run.keep(readAt(step), bodyAt(step))));
    await run.end({ outcome: "answered", rows: [], notes: [] });
    await journal.close();
    const whole = readFileSync(`${folder}/journal.db`);
    const missed: number[] = [];
    for (const index of range(120)) {
      const turned = Buffer.from(whole);
      // Spread over the file by a fixed stride, so that a failure can be repeated.
      const at = 200 + ((index * 7919 * 13) % (whole.length - 200));
      turned[at] = (turned[at] ?? 0) ^ (1 << (index % 8));
      if (!(await isFoundOrHarmless(turned, whole))) missed.push(index);
    }
    expect(missed).toEqual([]);
  });
});
