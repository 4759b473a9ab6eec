import { expect, test } from "vitest";
import { openJournal } from "../../audit/journal.ts";
import { ring } from "./key-ring.ts";
import { newFolder } from "./new-folder.ts";
import { beginning, bodyAt, readAt } from "./sample-run.ts";

test("a prune without time erases one run after the other, and what is to be written meanwhile is written between them", async () => {
  let now = "2026-01-01T00:00:00.000Z";
  const journal = openJournal({ folder: newFolder(), ring, now: () => new Date(now) });
  for (const _ of [1, 2, 3]) {
    const run = await journal.beginRun(beginning);
    await run.keep(readAt(0), bodyAt(0));
    await run.end({ outcome: "answered", rows: [], notes: [] });
  }
  now = "2026-06-01T00:00:00.000Z";
  const live = await journal.beginRun(beginning);
  const expiry = { others: "2026-03-01T00:00:00.000Z", reports: "" };
  const order: string[] = [];
  const parts = [0, 1, 2, 3].map(async (step) => {
    const pruned = journal.erasures.prune(expiry, "ines", 0).then(({ chains, isCut }) => {
      order.push(`pruned ${chains}, ${isCut ? "cut" : "all"}`);
    });
    await live.keep(readAt(step), bodyAt(step));
    order.push(`kept ${step}`);
    await pruned;
  });
  await Promise.all(parts);
  expect({ order, broken: journal.verify({ bodies: true }).broken }).toEqual({
    order: ["pruned 1, cut", "kept 0", "pruned 1, cut", "kept 1", "pruned 1, all", "kept 2", "pruned 0, all", "kept 3"],
    broken: [],
  });
  await journal.close();
});
