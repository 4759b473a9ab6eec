import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openJournal } from "../../audit/journal.ts";
import { journalKeyRing } from "../../main/config/journal-key-ring.ts";
import { type Emulator, startEmulator } from "../../emulator/start-emulator.ts";
import { descendantsOf } from "../process-tree.ts";
import { approveFactorsOfAll } from "./approved-run.ts";
import { atOnce } from "./kill-process.ts";

/** Most of their time is the latency of the emulated org. */
const runsAtOnce = 4;
const latencyMs = 25;
const users = 800;
/** A run goes on for longer than this after its first delivery: so many rounds of 32 reads, each as long as the latency. */
const windowMs = Math.floor(users / 32) * latencyMs;

const program = fileURLToPath(new URL("./run-and-tap.ts", import.meta.url));

/** What was found after all kills; empty lists where everything is as it must be. */
export interface KillReport {
  /** Answers that the tap saw delivered and the journal does not have, as `kill 3 at 210 ms: step 17`. */
  readonly lost: readonly string[];
  /** What a verification of the journals found. */
  readonly broken: readonly string[];
  /** Runs that were not in the middle when they were killed. */
  readonly missed: readonly string[];
  /** Processes that outlived the run that started them. */
  readonly left: readonly string[];
  /** Answers that were delivered in all runs together; of no use when there were none. */
  readonly delivered: number;
}

function start(emulator: Emulator, folder: string, approvedPath: string): ChildProcess {
  return spawn(process.execPath, [program, folder, approvedPath, join(folder, "tap")], {
    env: {
      PATH: process.env["PATH"] ?? "",
      ATTEST_HOME: join(folder, "data"),
      ATTEST_KEYS: join(folder, "keys"),
      OKTA_DOMAIN: emulator.origin,
      OKTA_API_TOKEN: emulator.token,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

const isRunning = (pid: number): boolean => existsSync(`/proc/${pid}`);

async function outliving(started: readonly number[]): Promise<readonly number[]> {
  for (let tries = 0; tries < 200 && started.some(isRunning); tries += 1) await sleep(25);
  return started.filter(isRunning);
}

/** Whole lines of the tap as `[step, bytes]`; the last line may have been cut. */
function readTap(folder: string): readonly (readonly [number, number])[] {
  return readFileSync(join(folder, "tap"), "utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => {
      const [step = "", bytes = ""] = line.split(" ");
      return [Number(step), Number(bytes)];
    });
}

async function inspect(name: string, folder: string): Promise<Omit<KillReport, "left">> {
  const journal = openJournal({
    folder: join(folder, "data"),
    createIfMissing: false,
    ring: journalKeyRing(join(folder, "keys")),
  });
  const tap = readTap(folder);
  const recording = journal.recordingOf("last");
  const isKept = ([step, bytes]: readonly [number, number]): boolean => {
    const read = recording.find(step);
    const body = read?.bodyHash === undefined ? undefined : recording.loadBody(read.bodyHash);
    return body !== undefined && Buffer.byteLength(body) === bytes;
  };
  const report = {
    lost: tap.filter((line) => !isKept(line)).map(([step]) => `${name}: step ${step}`),
    broken: journal.verify({ bodies: true }).broken.map((one) => `${name}: ${JSON.stringify(one)}`),
    missed: journal.runs.get("last").ending === undefined ? [] : [name],
    delivered: tap.length,
  };
  await journal.close();
  return report;
}

async function killOne(emulator: Emulator, approvedPath: string, kill: number, moment: number): Promise<KillReport> {
  const afterMs = Math.floor(moment * windowMs);
  const name = `kill ${kill} at ${afterMs} ms`;
  const folder = mkdtempSync(join(tmpdir(), "attest-kill-"));
  try {
    const child = start(emulator, folder, approvedPath);
    const closed = once(child, "close");
    const first = child.stdout === null ? undefined : await Promise.race([once(child.stdout, "data"), closed]);
    if (!String(first).startsWith("delivering")) throw new Error(`${name}: the run did not begin: ${String(first)}`);
    await sleep(afterMs);
    const started = descendantsOf(child.pid ?? 0);
    child.kill("SIGKILL");
    await closed;
    const left = (await outliving(started)).map((pid) => `${name}: process ${pid}`);
    return { ...(await inspect(name, folder)), left };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Kills that many runs with SIGKILL, each at its moment from 0 to 1 between its first delivery and its end, and looks at what is left. */
export async function killRuns(moments: readonly number[]): Promise<KillReport> {
  const emulator = await startEmulator({ users, seed: 1, port: 0, latencyMs, jitterMs: latencyMs });
  const shared = mkdtempSync(join(tmpdir(), "attest-approved-"));
  try {
    const approvedPath = join(shared, "approved.json");
    writeFileSync(approvedPath, JSON.stringify(await approveFactorsOfAll(emulator.origin)));
    const kills = moments.map((moment, kill) => () => killOne(emulator, approvedPath, kill, moment));
    const killed = await atOnce(runsAtOnce, kills);
    return {
      lost: killed.flatMap((one) => one.lost),
      broken: killed.flatMap((one) => one.broken),
      missed: killed.flatMap((one) => one.missed),
      left: killed.flatMap((one) => one.left),
      delivered: killed.reduce((sum, one) => sum + one.delivered, 0),
    };
  } finally {
    rmSync(shared, { recursive: true, force: true });
    await emulator.close();
  }
}
