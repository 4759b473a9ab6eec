// The program of the sandbox's child process: bundled to plain JavaScript and handed over on its command line.
import { writeSync } from "node:fs";
import type { Engine, EngineProgram, EngineStop } from "./engine.ts";
import { createFrameReader, type Frame, FrameKind, textFrame } from "./frames.ts";
import { createIsolateEngine, loadIsolatedVm } from "./isolate.ts";

/** What the parent sends to start a run. */
export interface ChildProgram extends EngineProgram {
  readonly memoryMb: number;
  readonly cpuMs: number;
  readonly wallMs: number;
  /** Megabytes of the whole child, past which it is killed: memory that the isolate does not count. */
  readonly residentMb: number;
  /** Bytes of one message of the guest. */
  readonly messageBytes: number;
}

const POLL_MS = 20;
const FROM_PARENT_BYTES = 256 * 1024 * 1024;
const BYTES_A_MEGABYTE = 1024 * 1024;

const frameKinds: ReadonlyMap<string, number> = new Map([
  ["asks", FrameKind.asks],
  ["note", FrameKind.note],
  ["rows", FrameKind.rows],
  ["evidence", FrameKind.evidence],
  ["end", FrameKind.end],
]);

// Written whole before it goes on: what a stream still holds is lost when the process is killed, and the reason with it. It waits
// while the parent has not read; a guest that floods it waits too.
function send(kind: number, text: string): void {
  const frame = textFrame(kind, text);
  for (let written = 0; written < frame.length;) written += writeSync(1, frame, written);
}

// A thread that is stuck in the engine stops neither on dispose nor on exit; only the operating system ends it.
function die(kind: number, text: string): never {
  send(kind, text);
  process.kill(process.pid, "SIGKILL");
  throw new Error(text);
}

function stop(reason: EngineStop, program: ChildProgram): never {
  if (reason.kind === "time") return die(FrameKind.limit, "cpuMs");
  if (reason.kind === "memory") return die(FrameKind.limit, "memoryMb");
  const { name, message, stack } = reason;
  const cut = (text: string): string => text.slice(0, Math.min(4_000, program.messageBytes));
  return die(
    FrameKind.end,
    JSON.stringify({ kind: "threw", name: cut(name), message: cut(message), stack: cut(stack), steps: 0 }),
  );
}

function watch(engine: Engine, program: ChildProgram): void {
  const started = performance.now();
  setInterval(() => {
    if (process.memoryUsage.rss() > program.residentMb * BYTES_A_MEGABYTE) die(FrameKind.limit, "memoryMb");
    if (engine.cpuMs() > program.cpuMs) die(FrameKind.limit, "cpuMs");
    if (performance.now() - started > program.wallMs) die(FrameKind.limit, "wallMs");
  }, POLL_MS);
}

function startRun(program: ChildProgram, createEngine: ReturnType<typeof createIsolateEngine>): (frame: Frame) => void {
  const engine = createEngine(program.memoryMb, (kind: unknown, text: unknown) => {
    const frameKind = typeof kind === "string" ? frameKinds.get(kind) : undefined;
    if (frameKind === undefined || typeof text !== "string")
      return die(FrameKind.lost, "a message of the guest is no text");
    if (text.length > program.messageBytes) return die(FrameKind.limit, "resultBytes");
    send(frameKind, text);
  });
  watch(engine, program);
  const timeLeft = (): number => Math.max(1, Math.ceil(program.cpuMs - engine.cpuMs()));
  let unreported = 0;
  let waiting = 0;
  const settled = (stopped: EngineStop | undefined, answers: number): void => {
    if (stopped !== undefined) stop(stopped, program);
    unreported += answers;
    waiting -= 1;
    // Reported when nothing more is queued, or often enough to keep the parent sending.
    if (waiting > 0 && unreported < 32) return;
    send(FrameKind.delivered, `${unreported}`);
    unreported = 0;
  };
  const enter = async (entry: Promise<EngineStop | undefined>, answers: number): Promise<void> => {
    waiting += 1;
    settled(await entry, answers);
  };
  void enter(engine.start(program, timeLeft()), 0);
  return ({ kind, payload }) => {
    if (kind !== FrameKind.answer) return die(FrameKind.lost, "a second program");
    const text = payload.toString("utf8", 5);
    void enter(engine.deliver(payload.readUInt32LE(0), payload.readUInt8(4), text, timeLeft()), 1);
  };
}

function serve(addonPath: string): void {
  const vm = loadIsolatedVm(addonPath);
  for (const permission of ["addon", "fs.read"]) process.permission.drop(permission);
  const createEngine = createIsolateEngine(vm);
  let take: ((frame: Frame) => void) | undefined;
  const reader = createFrameReader(FROM_PARENT_BYTES, (frame) => {
    if (take === undefined) take = startRun(JSON.parse(frame.payload.toString("utf8")), createEngine);
    else take(frame);
  });
  process.stdin.on("data", (chunk: Buffer) => {
    if (!reader.push(chunk)) die(FrameKind.lost, "a frame of the parent is too large");
  });
  process.stdin.on("end", () => process.kill(process.pid, "SIGKILL"));
  send(FrameKind.ready, "");
}

serve(process.argv[1] ?? "");
