import type { Answer, Ask } from "../../terms/ask.ts";
import type { FailureDescription } from "../../terms/failure.ts";
import type { RunEnd } from "../../terms/run-end.ts";
import type { SandboxBundles } from "../bundle.ts";
import type { Program, RunOptions } from "../program.ts";
import { type Frame, FrameKind } from "../sandbox/frames.ts";
import type { SandboxProcess } from "../sandbox/process.ts";
import { AnswerQueue } from "./answer-queue.ts";
import { createAskCheck } from "./check-ask.ts";
import { childProgram } from "./child-program.ts";
import { createRowCollector } from "./collect-rows.ts";
import { describeEnd } from "./describe-end.ts";
import { parseAsks, parseEnd } from "./messages.ts";
import { createProgressMeter } from "./progress-meter.ts";
import { badResult, cancelled, limitReached, sandboxLost, snippetThrew } from "./run-failures.ts";
import { createSpending, type Spending } from "./spending.ts";
import { createWaitingRoom } from "./waiting-room.ts";

const DEFAULT_CONCURRENCY = 64;

// What an honest guest holds itself to; a hostile one must not fill the parent's memory instead.
const MAX_READS_UNDERWAY = 10_000;
const MAX_EVIDENCE_BYTES = 128 * 1024 * 1024;

// What an empty line or part costs all the same: without it a flood of them would cost nothing. An honest guest cuts its evidence
// into parts of a million characters; a text of two takes forty bytes of memory.
const LINE_BYTES = 1;
const PART_BYTES = 1_024;

// As the guest's runtime numbers them.
const AnswerKind = { last: 0, more: 1, absent: 2, failed: 3 } as const;

/** What one run says to whoever waits for it. */
interface Verdict {
  readonly resolve: (end: RunEnd) => void;
  readonly reject: (error: unknown) => void;
}

function answerFrame(ask: Ask, answer: Answer): { readonly lead: Buffer; readonly text: string } {
  const lead = Buffer.allocUnsafe(5);
  lead.writeUInt32LE(ask.step, 0);
  const write = (kind: number, text: string): { readonly lead: Buffer; readonly text: string } => {
    lead.writeUInt8(kind, 4);
    return { lead, text };
  };
  switch (answer.kind) {
    case "response":
      return write(answer.hasMore ? AnswerKind.more : AnswerKind.last, answer.load());
    case "absent":
      return write(AnswerKind.absent, "");
    case "failed":
      return write(AnswerKind.failed, answer.failure.found);
  }
}

/** The parent's side of one run, from the first frame to the first terminal message, which wins. */
class Conversation {
  readonly #child: SandboxProcess;
  readonly #program: Program;
  readonly #options: RunOptions;
  readonly #verdict: Verdict;
  readonly #controller = new AbortController();
  readonly #spending: Spending;
  readonly #queue: AnswerQueue;
  readonly #check: ReturnType<typeof createAskCheck>;
  readonly #meter: ReturnType<typeof createProgressMeter>;
  readonly #collector: ReturnType<typeof createRowCollector>;
  readonly #notes: string[] = [];
  readonly #evidence: string[] = [];
  #noteBytes = 0;
  #resultBytes = 0;
  #evidenceBytes = 0;
  #asked = 0;
  #marked = 0;
  #delivered = 0;

  constructor(child: SandboxProcess, program: Program, options: RunOptions, verdict: Verdict) {
    this.#child = child;
    this.#program = program;
    this.#options = options;
    this.#verdict = verdict;
    this.#check = createAskCheck(program);
    this.#collector = createRowCollector(program.columns);
    this.#meter = createProgressMeter(options.onProgress);
    this.#spending = createSpending(
      options,
      (failure) => this.#stop(failure.describe()),
      (error) => this.#reject(error),
    );
    this.#queue = new AnswerQueue({
      answer: options.answer,
      waitingRoom: createWaitingRoom(program.readableNames),
      concurrency: options.concurrency ?? DEFAULT_CONCURRENCY,
      signal: this.#controller.signal,
      spending: this.#spending,
      deliver: (ask, answer) => this.#deliver(ask, answer),
      fail: (failure) => this.#fail(failure),
      reject: (error) => this.#reject(error),
      onAsked: (ask) => this.#meter.asked(ask.operationId),
      onAnswered: (ask, isFailed) => this.#meter.answered(ask.operationId, isFailed),
    });
  }

  start(bundles: SandboxBundles): void {
    const { signal, limits } = this.#options;
    if (signal?.aborted === true) {
      this.#cancel();
      return;
    }
    signal?.addEventListener("abort", this.#cancel, { once: true });
    this.#spending.start();
    this.#child.listen(
      (frame) => this.#take(frame),
      (reason) => this.#fail(sandboxLost(reason).describe()),
    );
    this.#child.send(FrameKind.run, JSON.stringify(childProgram(this.#program, limits, bundles)));
  }

  readonly #cancel = (): void => this.#stop(cancelled().describe());

  /** False when the run had ended before. */
  #close(): boolean {
    if (this.#controller.signal.aborted) return false;
    this.#controller.abort();
    this.#child.kill();
    this.#spending.close();
    this.#options.signal?.removeEventListener("abort", this.#cancel);
    this.#meter.close();
    return true;
  }

  #end(end: RunEnd): void {
    if (this.#close()) this.#verdict.resolve(end);
  }

  #reject(error: unknown): void {
    if (this.#close()) this.#verdict.reject(error);
  }

  #fail(failure: FailureDescription): void {
    this.#end({ kind: "failed", failure, notes: this.#notes, steps: this.#delivered });
  }

  #stop(failure: FailureDescription): void {
    this.#end({ kind: "stopped", failure, notes: this.#notes, steps: this.#delivered });
  }

  #break(what: string): void {
    this.#fail(sandboxLost(what).describe());
  }

  #deliver(ask: Ask, answer: Answer): number {
    const { lead, text } = answerFrame(ask, answer);
    const bytes = this.#child.sendParts(FrameKind.answer, lead, text);
    this.#delivered += 1;
    this.#options.onDelivered?.(ask, answer);
    return bytes;
  }

  #take({ kind, payload }: Frame): void {
    if (this.#controller.signal.aborted) return;
    switch (kind) {
      case FrameKind.ready:
        return;
      case FrameKind.asks:
        this.#takeAsks(payload.toString("utf8"));
        return;
      case FrameKind.delivered:
        this.#takeDelivered(Number(payload.toString("latin1")));
        return;
      case FrameKind.note:
        this.#takeNote(payload);
        return;
      case FrameKind.rows:
        this.#takeRows(payload);
        return;
      case FrameKind.evidence:
        this.#takeEvidence(payload);
        return;
      case FrameKind.end:
        this.#takeEnd(payload.toString("utf8"));
        return;
      case FrameKind.limit:
        this.#takeLimit(payload.toString("utf8"));
        return;
      default:
        this.#break(kind === FrameKind.lost ? payload.toString("utf8", 0, 500) : `it sent a message of kind ${kind}`);
    }
  }

  #takeAsks(json: string): void {
    const batch = parseAsks(json);
    if (batch === undefined) {
      this.#break("it asked for something that is no read");
      return;
    }
    // Each read is marked once, and none before it was asked for.
    this.#marked += batch.allowed.length;
    if (this.#marked > this.#asked) {
      this.#break("it allows for failures of reads that it did not ask for");
      return;
    }
    for (const step of batch.allowed) this.#queue.allow(step);
    if (this.#asked + batch.asks.length - this.#delivered > MAX_READS_UNDERWAY) {
      this.#break("it asked for more reads at once than may be underway");
      return;
    }
    for (const message of batch.asks) {
      const ask = this.#check(message);
      if (ask instanceof Error) {
        this.#fail(ask.describe());
        return;
      }
      this.#asked += 1;
      const { unknownAllowed, toTheEnd } = message;
      if (!this.#queue.add({ ask, unknownAllowed, toTheEnd })) {
        this.#break("it asked for something else in the middle of a list that it reads to its end");
        return;
      }
    }
  }

  #takeDelivered(answers: number): void {
    const acknowledged = this.#queue.acknowledged + answers;
    if (!Number.isInteger(answers) || answers < 0 || acknowledged > this.#delivered) {
      this.#break("it took answers that it was not given");
      return;
    }
    this.#queue.acknowledge(answers);
    if (acknowledged < this.#asked) return;
    const message = "It waits for something that never comes: every read is answered, and it has not returned.";
    this.#fail(snippetThrew(message, undefined, undefined).describe());
  }

  #takeNote(payload: Buffer): void {
    this.#noteBytes += payload.length + LINE_BYTES;
    if (this.#noteBytes <= this.#options.limits.noteBytes) this.#notes.push(payload.toString("utf8"));
    else this.#takeLimit("noteBytes");
  }

  #takeRows(payload: Buffer): void {
    this.#resultBytes += payload.length;
    if (this.#resultBytes > this.#options.limits.resultBytes) {
      this.#takeLimit("resultBytes");
      return;
    }
    const problem = this.#collector.add(payload.toString("utf8"));
    if (problem === undefined) this.#meter.rows(this.#collector.rows.length);
    else this.#fail(badResult(problem).describe());
  }

  #takeEvidence(payload: Buffer): void {
    this.#evidenceBytes += payload.length + PART_BYTES;
    if (this.#program.mode === "plain") this.#break("it speaks of evidence, and nobody asked for any");
    else if (this.#evidenceBytes > MAX_EVIDENCE_BYTES) this.#break("it says more about its cells than can be kept");
    else this.#evidence.push(payload.toString("utf8"));
  }

  #takeLimit(name: string): void {
    const { limits } = this.#options;
    switch (name) {
      case "cpuMs":
      case "memoryMb":
      case "wallMs":
      case "noteBytes":
      case "resultBytes":
        this.#stop(limitReached(name, limits[name]).describe());
        return;
      default:
        this.#break("it reached a limit that there is not");
    }
  }

  #takeEnd(json: string): void {
    const message = parseEnd(json);
    const isEarly = message?.kind === "finished" && this.#queue.isAhead;
    if (message === undefined || message.steps > this.#delivered || isEarly) {
      this.#break("it ended in a way that there is not");
      return;
    }
    if (message.kind === "limit") {
      this.#takeLimit(message.limit);
      return;
    }
    const evidence = this.#program.mode === "traced" ? this.#evidence.join("") : undefined;
    this.#end(
      describeEnd(message, { rows: this.#collector.rows, notes: this.#notes, evidence, map: this.#program.map }),
    );
  }
}

/**
 * Runs a program in a child and answers what it asks for. The child is killed at the end, whatever the end.
 * Rejects only for a defect: `answer` threw something that is no Failure.
 */
export function runInChild(
  child: SandboxProcess,
  bundles: SandboxBundles,
  program: Program,
  options: RunOptions,
): Promise<RunEnd> {
  return new Promise((resolve, reject) => {
    new Conversation(child, program, options, { resolve, reject }).start(bundles);
  });
}
