import { openJournal, type Journal } from "../../../audit/journal.ts";
import type { KeyRing } from "../../../audit/entries/key-ring.ts";
import { hashText } from "../../../terms/snippet.ts";
import { ring as plainRing } from "../key-ring.ts";
import { approval, beginning, bodyAt, readAt } from "../sample-run.ts";

async function plan(journal: Journal): Promise<string> {
  const planning = await journal.beginPlan({ question: "Who?", planner: "model", operator: "ines" });
  const at = "2026-11-23T20:00:00.000Z";
  const counts = { inputTokens: 10, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 2 };
  const exchange = { round: 0, request: '{"model":"m"}', response: '{"content":[]}', status: 200, ...counts };
  await planning.keepExchange({ ...exchange, sentAt: at, endedAt: at });
  await planning.end({ kind: "declined", reason: "no such thing", requests: [] });
  return planning.plan;
}

async function keepRun(journal: Journal, reads: number, ends: boolean, planned?: string): Promise<string> {
  const run = await journal.beginRun({ ...beginning, plan: planned });
  for (let step = 0; step < reads; step += 1) await run.keep(readAt(step), bodyAt(step));
  if (ends) await run.end({ outcome: "answered", rows: [{ login: "a" }], notes: ["a note"] });
  if (ends) await run.attach("evidence", { cells: 1 });
  return run.run;
}

const definition = {
  name: "contractor",
  org: approval.org,
  version: 1,
  condition: "userType eq 'C'",
  operator: "ines",
};
const gate = { gate: "planning", state: "on", why: "asked", operator: "ines", share: 1, allowed: [] } as const;

/** What each of three processes wrote, one after the other. */
const processes: readonly ((journal: Journal) => Promise<void>)[] = [
  async (journal) => {
    const review = beginning.review;
    const planned = await plan(journal);
    const snippet = { source: beginning.source, review, question: undefined, reading: undefined, plan: planned };
    await journal.snippets.save({ ...snippet, planner: "file" });
    await journal.approvals.save(approval);
    await journal.definitions.save(definition);
    await keepRun(journal, 6, true, planned);
    await keepRun(journal, 3, false);
  },
  async (journal) => {
    await journal.gates.save(gate);
    await journal.approvals.save({ ...approval, reviewHash: hashText("another review"), operator: "omar" });
    await journal.erasures.forgetRun(await keepRun(journal, 4, true), "ines");
    await journal.erasures.pin(await keepRun(journal, 5, true), true, "ines");
  },
  async (journal) => {
    await journal.gates.save({ ...gate, state: "off" });
    await journal.definitions.save({ ...definition, version: 2, condition: "userType eq 'X'" });
    await keepRun(journal, 4, true);
    await journal.approvals.save({ ...approval, how: "hash" });
  },
];

/** Fills a folder with a journal of everything that one keeps, and gives the ring with its key and its anchors. */
export async function keepJournal(folder: string): Promise<KeyRing> {
  const ring = { ...plainRing, anchorsOf: () => `${folder}.anchors` };
  for (const write of processes) {
    const journal = openJournal({ folder, ring });
    await write(journal);
    await journal.close();
  }
  return ring;
}
