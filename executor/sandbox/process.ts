import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { createFrameReader, type Frame, HEADER_BYTES, partsFrame, textFrame } from "./frames.ts";

/** What the child is started with. */
export interface ChildProgramText {
  /** Plain JavaScript. */
  readonly code: string;
  /** The one file that it may read, until it has loaded it. */
  readonly addonPath: string;
}

/** A child process with frames both ways. */
export interface SandboxProcess {
  readonly pid: number | undefined;
  /** Sends a text as one frame. */
  send(kind: number, text: string): void;
  /** Sends a frame of a few leading bytes and a text; all frames of one tick are one write. Gives the bytes of its payload. */
  sendParts(kind: number, lead: Uint8Array, text: string): number;
  /** From now on frames and the end go to these. What came before is handed over first. */
  listen(onFrame: (frame: Frame) => void, onLost: (reason: string) => void): void;
  /** Keeps this process alive while the child lives, or not: a spare child must not hold up the end of a command. */
  hold(held: boolean): void;
  /** Ends the child at once. Safe to call again. */
  kill(): void;
}

// Far above any honest message (see the guest's own bounds); a child that announces more is killed before it is buffered.
const MAX_FRAME_BYTES = 64 * 1024 * 1024;
const MAX_LAST_WORDS = 2_000;

const flags: readonly string[] = [
  "--permission",
  "--allow-addons",
  "--no-node-snapshot",
  "--jitless",
  "--no-harmony-temporal",
  "--no-experimental-sqlite",
  "--max-old-space-size=256",
  "--disable-warning=PERM0001",
  "--input-type=commonjs",
];

// No variable of this process. The three set what Date and Intl of the child lean on, so that two machines agree.
const environment: NodeJS.ProcessEnv = { TZ: "UTC", LANG: "en_US.UTF-8", LC_ALL: "en_US.UTF-8" };

// Above this a copy costs more than a further part of the same write.
const MOST_JOINED_BYTES = 256 * 1024;

/** Collects the frames of one tick: a write of its own for each answer of some hundred bytes costs more than all else about it. */
function createOutbox(stdin: Writable): (frame: Buffer) => void {
  let frames: Buffer[] = [];
  let bytes = 0;
  const flush = (): void => {
    const [ready, isSmall] = [frames, bytes <= MOST_JOINED_BYTES];
    frames = [];
    bytes = 0;
    if (isSmall) {
      stdin.write(Buffer.concat(ready));
      return;
    }
    stdin.cork();
    for (const frame of ready) stdin.write(frame);
    stdin.uncork();
  };
  return (frame) => {
    if (frames.length === 0) process.nextTick(flush);
    frames.push(frame);
    bytes += frame.length;
  };
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

function holdPipes(child: Child, held: boolean): void {
  for (const one of [child, child.stdin, child.stdout, child.stderr]) {
    const method: unknown = Reflect.get(one, held ? "ref" : "unref");
    if (typeof method === "function") Reflect.apply(method, one, []);
  }
}

function wire(child: Child): SandboxProcess {
  const put = createOutbox(child.stdin);
  const early: Frame[] = [];
  let takeFrame: (frame: Frame) => void = (frame) => early.push(frame);
  let takeLoss: ((reason: string) => void) | undefined;
  let lost: string | undefined;
  let lastWords = "";
  const lose = (reason: string): void => {
    if (lost !== undefined) return;
    lost = reason;
    child.kill("SIGKILL");
    takeLoss?.(reason);
  };
  const reader = createFrameReader(MAX_FRAME_BYTES, (frame) => takeFrame(frame));
  child.stdout.on("data", (chunk: Buffer) => {
    if (lost === undefined && !reader.push(chunk)) lose("it announced a message that is larger than any may be");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString("utf8")).slice(-MAX_LAST_WORDS);
  });
  // A child that was killed closes its end while we may still be writing; the exit says it better.
  child.stdin.on("error", () => {});
  child.on("error", (error) => lose(`it could not be started: ${error.message}`));
  child.on("close", (code, signal) => lose(`it ended with ${signal ?? `code ${code}`}. ${lastWords}`.trim()));
  return {
    pid: child.pid,
    send: (kind, text) => put(textFrame(kind, text)),
    sendParts(kind, lead, text) {
      const frame = partsFrame(kind, lead, text);
      put(frame);
      return frame.length - HEADER_BYTES;
    },
    listen(onFrame, onLost) {
      takeFrame = onFrame;
      takeLoss = onLost;
      for (const frame of early.splice(0)) onFrame(frame);
      if (lost !== undefined) onLost(lost);
    },
    hold: (held) => holdPipes(child, held),
    kill: () => void child.kill("SIGKILL"),
  };
}

/** Starts a child that can do nothing but run isolates: no files, no network, no environment, no other process. */
export function startProcess({ code, addonPath }: ChildProgramText): SandboxProcess {
  const child = spawn(process.execPath, [...flags, `--allow-fs-read=${addonPath}`, "--eval", code, addonPath], {
    env: environment,
    cwd: "/",
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
  });
  return wire(child);
}
