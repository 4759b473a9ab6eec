import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { openJournal } from "../../audit/journal.ts";
import { ring } from "./key-ring.ts";
import { newFolder } from "./new-folder.ts";
import { beginning, bodyAt, readAt } from "./sample-run.ts";

const range = (count: number): readonly number[] => [...Array(count).keys()];

/** The threads that this process starts during the running test. */
function watchThreads(): readonly Worker[] {
  const threads: Worker[] = [];
  const note = (thread: Worker): void => void threads.push(thread);
  process.on("worker", note);
  onTestFinished(() => void process.off("worker", note));
  return threads;
}

async function outcomesOf(writes: readonly Promise<unknown>[]): Promise<readonly string[]> {
  const settled = await Promise.allSettled(writes);
  return [...new Set(settled.map((one) => (one.status === "fulfilled" ? "kept" : String(one.reason.code))))];
}

test("a journal that is only read starts no thread, one that is written starts one", async () => {
  const threads = watchThreads();
  const journal = openJournal({ folder: newFolder(), ring });
  const { entries } = journal.verify();
  const before = threads.length;
  const run = await journal.beginRun(beginning);
  await run.keep(readAt(0), bodyAt(0));
  await journal.close();
  expect({ entries, before, after: threads.length }).toEqual({ entries: 0, before: 0, after: 1 });
});

test("when the thread is lost everything that waits for it is rejected, and the next write has a new one", async () => {
  const threads = watchThreads();
  const journal = openJournal({ folder: newFolder(), ring });
  const run = await journal.beginRun(beginning);
  const writes = range(200).map((step) => run.keep(readAt(step), bodyAt(step)));
  await threads[0]?.terminate();
  const lost = await outcomesOf(writes);
  const again = await outcomesOf([run.keep(readAt(200), bodyAt(200))]);
  expect({ lost, again, threads: threads.length, broken: journal.verify({ bodies: true }).broken }).toEqual({
    lost: ["journal/unwritable"],
    again: ["kept"],
    threads: 2,
    broken: [],
  });
  await journal.close();
});

test("closing writes what waits, ends the thread, and takes nothing more", async () => {
  const threads = watchThreads();
  const folder = newFolder();
  const journal = openJournal({ folder, ring });
  const run = await journal.beginRun(beginning);
  const writes = range(50).map((step) => run.keep(readAt(step), bodyAt(step)));
  const closed = journal.close();
  const late = run.keep(readAt(50), bodyAt(50));
  const ended = threads.map((thread) => once(thread, "exit"));
  const outcomes = await Promise.all([outcomesOf(writes), outcomesOf([late])]);
  await closed;
  await Promise.all(ended);
  const again = openJournal({ folder, ring });
  expect({ outcomes, steps: again.recordingOf("last").steps }).toEqual({
    outcomes: [["kept"], ["journal/unwritable"]],
    steps: 50,
  });
  await again.close();
});
