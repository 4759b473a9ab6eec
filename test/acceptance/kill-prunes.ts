import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Journal, openJournal } from "../../audit/journal.ts";
import { ring } from "../audit/key-ring.ts";
import { beginning, bodyAt, readAt } from "../audit/sample-run.ts";
import { dayAt, days } from "./days.ts";
import { atOnce, killProcess } from "./kill-process.ts";

const runsADay = 3;
const readsARun = 5;
/** A day is pruned in about this time. */
const dayMs = 8;

const program = new URL("./prune-until-killed.ts", import.meta.url);

const range = (count: number): readonly number[] => [...Array(count).keys()];

/** A run of a day, as it must be found: pinned ones and those of the last day are never pruned. */
interface Planted {
  readonly run: string;
  readonly day: number;
  readonly isPinned: boolean;
}

async function plantRun(journal: Journal, day: number, isPinned: boolean): Promise<Planted> {
  const run = await journal.beginRun(beginning);
  await Promise.all(range(readsARun).map((step) => run.keep(readAt(step), bodyAt(step))));
  await run.end({ outcome: "answered", rows: [{ login: "a" }], notes: [] });
  if (isPinned) await journal.erasures.pin(run.run, true, "ines");
  return { run: run.run, day, isPinned };
}

async function plant(folder: string): Promise<readonly Planted[]> {
  let now = dayAt(0);
  const journal = openJournal({ folder, ring, now: () => new Date(now) });
  const planted: Planted[] = [];
  for (const day of range(days + 1)) {
    now = dayAt(day);
    planted.push(...(await Promise.all(range(runsADay).map((index) => plantRun(journal, day, index === 0)))));
  }
  await journal.close();
  return planted;
}

/** What is wrong with a run after the days before `pruned` were acknowledged as pruned. */
function wrongWith(journal: Journal, { run, day, isPinned }: Planted, pruned: number): readonly string[] {
  const recording = journal.recordingOf(run);
  const left = range(readsARun).filter((step) => {
    const read = recording.find(step);
    return read?.bodyHash !== undefined && recording.loadBody(read.bodyHash) === bodyAt(step);
  }).length;
  if (journal.runs.get(run).ending?.outcome !== "answered") return [`${run} has lost its end`];
  if (isPinned || day === days) return left === readsARun ? [] : [`${run} has lost reads`];
  if (day < pruned) return left === 0 ? [] : [`${run} was pruned, and has reads`];
  return left === 0 || left === readsARun ? [] : [`${run} has lost some of its reads`];
}

async function inspect(folder: string, planted: readonly Planted[], pruned: number): Promise<readonly string[]> {
  const journal = openJournal({ folder, ring, createIfMissing: false });
  const broken = journal.verify({ bodies: true }).broken.map((one) => JSON.stringify(one));
  const wrong = planted.flatMap((one) => wrongWith(journal, one, pruned));
  await journal.close();
  return [...broken, ...wrong];
}

/** What was found after all kills. */
export interface PruneKills {
  /** Empty where everything is as it must be. */
  readonly wrong: readonly string[];
  /** Prunes that were killed between their first and their last day. */
  readonly inTheMiddle: number;
}

/** Kills that many prunes of a journal, each at its moment from 0 to 1 of its days, and looks at what is left. */
export async function killPrunes(moments: readonly number[]): Promise<PruneKills> {
  const shared = mkdtempSync(join(tmpdir(), "attest-prunes-"));
  try {
    const planted = await plant(join(shared, "whole"));
    const killed = await atOnce(
      2,
      moments.map((moment, index) => async () => {
        const folder = join(shared, String(index));
        cpSync(join(shared, "whole"), folder, { recursive: true });
        const at = { lines: 1 + Math.floor(moment * days), ms: ((moment * days) % 1) * dayMs };
        const lines = await killProcess(program, [folder], at);
        const pruned = lines.length - 1;
        const found = await inspect(folder, planted, pruned);
        rmSync(folder, { recursive: true, force: true });
        return { pruned, wrong: found.map((one) => `prune ${index}, killed after day ${pruned}: ${one}`) };
      }),
    );
    return {
      wrong: killed.flatMap((one) => one.wrong),
      inTheMiddle: killed.filter(({ pruned }) => pruned > 0 && pruned < days).length,
    };
  } finally {
    rmSync(shared, { recursive: true, force: true });
  }
}
