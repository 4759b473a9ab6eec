import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { openJournal } from "../../audit/journal.ts";
import { checkRunFile } from "../../audit/transfer/check-run-file.ts";
import { journalKeyRing } from "../../main/config/journal-key-ring.ts";
import { readLines } from "../../main/run-file/read-lines.ts";
import { beginning, readAt } from "../audit/sample-run.ts";
import { atOnce, killProcess } from "./kill-process.ts";

/** Files that are written before the last process is killed. */
const files = 3;
/** A file is written in about this time. */
const fileMs = 40;
const reads = 120;
const bodyBytes = 12_000;

const program = new URL("./export-until-killed.ts", import.meta.url);

async function plant(home: string, keys: string): Promise<void> {
  const journal = openJournal({ folder: home, ring: journalKeyRing(keys) });
  const run = await journal.beginRun(beginning);
  const body = (): string => JSON.stringify([{ id: randomBytes(bodyBytes / 2).toString("hex") }]);
  await Promise.all([...Array(reads).keys()].map((step) => run.keep(readAt(step), body())));
  await run.end({ outcome: "empty", rows: [], notes: [] });
  await journal.close();
}

/** What is wrong with a file that has the name of a whole one; nothing where it is whole. */
async function wrongWith(path: string): Promise<string | undefined> {
  if (path.endsWith(".zip")) {
    return promisify(execFile)("unzip", ["-tq", path]).then(
      () => undefined,
      () => "is no whole archive",
    );
  }
  const checked = await checkRunFile(readLines(path)).catch((error: Error) => ({ reason: error.message }));
  return "reason" in checked ? checked.reason : undefined;
}

/** What was found after all kills. */
export interface ExportKills {
  /** Files that have the name of a whole one and are not, and files that were acknowledged and are not there. */
  readonly wrong: readonly string[];
  /** Files that were left half written, under names that say so. */
  readonly partial: number;
  /** Files that were found whole. */
  readonly whole: number;
}

async function inspect(name: string, out: string, acknowledged: readonly string[]): Promise<ExportKills> {
  const files = readdirSync(out);
  const named = files.filter((file) => !file.endsWith(".partial"));
  const wrong: string[] = acknowledged
    .filter((file) => !named.includes(file))
    .map((file) => `${name}: ${file} is lost`);
  for (const file of named) {
    const reason = await wrongWith(join(out, file));
    if (reason !== undefined) wrong.push(`${name}: ${file}: ${reason}`);
  }
  return { wrong, partial: files.length - named.length, whole: named.length };
}

/** Kills that many processes that export and pack a run, each at its moment from 0 to 1 of some files, and looks at their files. */
export async function killExports(moments: readonly number[]): Promise<ExportKills> {
  const shared = mkdtempSync(join(tmpdir(), "attest-exports-"));
  const [home, keys] = [join(shared, "data"), join(shared, "keys")];
  try {
    await plant(home, keys);
    const killed = await atOnce(
      2,
      moments.map((moment, index) => async () => {
        const out = join(shared, `out-${index}`);
        mkdirSync(out);
        const at = { lines: 2 + Math.floor(moment * files), ms: ((moment * files) % 1) * fileMs };
        const [, ...acknowledged] = await killProcess(program, [home, keys, out], at);
        const found = await inspect(`export ${index}`, out, acknowledged);
        rmSync(out, { recursive: true, force: true });
        return found;
      }),
    );
    const sum = (count: (one: ExportKills) => number): number => killed.reduce((all, one) => all + count(one), 0);
    return {
      wrong: killed.flatMap((one) => one.wrong),
      partial: sum((one) => one.partial),
      whole: sum((one) => one.whole),
    };
  } finally {
    rmSync(shared, { recursive: true, force: true });
  }
}
