// Must-show 5 of the journal: what can be wrong with its folder, its file and its key: one clear message each, and nothing lost.
import { chmodSync, chownSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { openJournal } from "../../audit/journal.ts";
import type { KeyRing } from "../../audit/entries/key-ring.ts";
import { isFailure } from "../../terms/failure.ts";
import { ring } from "./key-ring.ts";
import { newFolder } from "./new-folder.ts";
import { beginning, bodyAt, readAt } from "./sample-run.ts";

/** A data folder whose journal has one ended run of two reads. */
async function keptFolder(): Promise<string> {
  const folder = newFolder();
  const journal = openJournal({ folder, ring });
  const run = await journal.beginRun(beginning);
  await Promise.all([0, 1].map((step) => run.keep(readAt(step), bodyAt(step))));
  await run.end({ outcome: "answered", rows: [], notes: [] });
  await journal.close();
  return folder;
}

interface Said {
  readonly code: string;
  readonly found: string;
  readonly why: string;
  readonly help: string;
}

function failureOf(action: () => unknown): Said {
  try {
    action();
  } catch (error) {
    if (isFailure(error)) return { code: error.code, ...error.text };
  }
  throw new Error("it did not fail as it should");
}

/** What is left of the run in the folder, with its own key. */
async function left(folder: string): Promise<object> {
  const journal = openJournal({ folder, ring });
  const { broken } = journal.verify({ bodies: true });
  const reads = [...journal.runs.listReads("last")].length;
  await journal.close();
  return { broken, reads };
}

const whole = { broken: [], reads: 2 };

/** Rights do not bind the system's own administrator: the rest of the test is another one's doing. */
function withoutPowers(folder: string): void {
  if (process.getuid?.() !== 0) return;
  const nobody = 65_534;
  for (const path of [dirname(folder), folder, join(folder, "journal.db")]) chownSync(path, nobody, nobody);
  process.seteuid?.(nobody);
  onTestFinished(() => process.seteuid?.(0));
}

test("a read-only folder is said to be one, and stays as it is", async () => {
  const folder = await keptFolder();
  withoutPowers(folder);
  const path = join(folder, "journal.db");
  chmodSync(path, 0o400);
  chmodSync(folder, 0o500);
  const said = failureOf(() => openJournal({ folder, ring }));
  const mode = statSync(folder).mode & 0o777;
  chmodSync(folder, 0o700);
  chmodSync(path, 0o600);
  expect({ said, mode, left: await left(folder) }).toEqual({
    said: {
      code: "journal/unwritable",
      found: `The journal ${path} cannot be written (attempt to write a readonly database).`,
      why: "Every response is kept before it is used, so the run was stopped; what the journal had before is still there.",
      help: "Make room (attest journal prune; ATTEST_JOURNAL_MB is its bound) or set the folder's rights, or choose another data folder with ATTEST_HOME; then resume the run.",
    },
    mode: 0o500,
    left: whole,
  });
});

test("a journal at its bound takes no further read, says so, and keeps what it has; with more room it goes on", async () => {
  const folder = await keptFolder();
  const journal = openJournal({ folder, ring, mostBytes: statSync(join(folder, "journal.db")).size + 50_000 });
  const run = await journal.beginRun(beginning);
  const kept: number[] = [];
  const keepAll = async (): Promise<void> => {
    for (let step = 0; step < 1_000; step += 1) {
      await run.keep(readAt(step), bodyAt(step));
      kept.push(step);
    }
  };
  const said = await keepAll().catch((error: unknown) => (isFailure(error) ? error.text.found : error));
  await journal.close();
  const again = openJournal({ folder, ring });
  const resumed = await again.resumeRun(run.run, {});
  await resumed.keep(readAt(kept.length), bodyAt(kept.length));
  expect({
    said,
    some: kept.length > 10,
    reads: [...again.runs.listReads(run.run)].length - kept.length,
    broken: again.verify({ bodies: true }).broken,
  }).toEqual({
    said: `The journal ${join(folder, "journal.db")} cannot be written (database or disk is full).`,
    some: true,
    reads: 1,
    broken: [],
  });
  await again.close();
});

test("a journal of a newer version is named with its version, and not touched", async () => {
  const folder = await keptFolder();
  const path = join(folder, "journal.db");
  const database = new DatabaseSync(path);
  database.exec("PRAGMA user_version = 7");
  database.close();
  const before = readFileSync(path);
  const said = failureOf(() => openJournal({ folder, ring }));
  expect({ said, same: readFileSync(path).equals(before) }).toEqual({
    said: {
      code: "journal/newer",
      found: "The journal has version 7; this Attest knows versions up to 3.",
      why: "Writing to it could break what the newer version keeps in it, so it was left as it is.",
      help: "Use the newer Attest, or another data folder (ATTEST_HOME).",
    },
    same: true,
  });
});

const place = "the tests' other place";
const otherKey = Buffer.alloc(32, "another key");
const keys: readonly (readonly [string, KeyRing, Said["found"]])[] = [
  [
    "a wrong key",
    { ...ring, place, find: () => otherKey, create: () => otherKey },
    "was written with another key than the one in the tests' other place.",
  ],
  ["a lost key", { ...ring, place, find: () => undefined }, "There is no key for the journal"],
];

test.each(keys)("%s is named with its place, and nothing is written or made in its stead", async (_, other, found) => {
  const folder = await keptFolder();
  const path = join(folder, "journal.db");
  const before = readFileSync(path);
  const said = failureOf(() => openJournal({ folder, ring: other }));
  expect({
    code: said.code,
    found: said.found.includes(found) && said.found.includes(path) && said.found.includes(place),
    parts: [said.why, said.help].every((part) => part.length > 20),
    same: readFileSync(path).equals(before),
    left: await left(folder),
  }).toEqual({ code: "journal/wrong-key", found: true, parts: true, same: true, left: whole });
});

test("a folder that others can use is taken from them", async () => {
  const folder = newFolder();
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  chmodSync(folder, 0o755);
  await openJournal({ folder, ring }).close();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});
