import { Worker } from "node:worker_threads";
import type { KeptBody, WriteOrder } from "../entries/write-order.ts";
import type { WriterAnswer, WriterRequest, WriterSetup } from "./writer-messages.ts";
import type { ErasureReport, ErasureTask } from "../erasure/erasure-task.ts";

/** Hands orders to the thread that writes: the event loop hashes nothing, compresses nothing and never waits for the disk. */
export interface WriteQueue {
  /** Resolves when the order is on the disk, with its body as kept; bytes of a body are given away. Rejects with the failure of its commit. */
  write(order: WriteOrder): Promise<KeptBody | undefined>;
  /** Resolves when the work is done and on the disk. Rejects with the failure that ended it. */
  run(task: ErasureTask): Promise<ErasureReport>;
  /** Resolves when everything that waits is written and the thread has ended; rejects nothing. */
  close(): Promise<void>;
}

interface Waiting {
  readonly order: WriteOrder;
  readonly resolve: (body: KeptBody | undefined) => void;
  readonly reject: (error: Error) => void;
}

interface WaitingTask {
  readonly resolve: (report: ErasureReport) => void;
  readonly reject: (error: Error) => void;
}

/** One thread, and what waits for it. Kept alive by what waits alone. */
class Writer {
  readonly #worker: Worker;
  readonly #fail: (reason: string) => Error;
  #arrived: Waiting[] = [];
  #sent: Waiting[] = [];
  #tasks: WaitingTask[] = [];
  readonly #ended: Promise<void>;
  #reason = "the thread that writes it ended";

  constructor(setup: WriterSetup, fail: (reason: string) => Error) {
    this.#fail = fail;
    this.#worker = new Worker(new URL("./writer.ts", import.meta.url), { workerData: setup, env: {} });
    this.#worker.on("message", (answer: WriterAnswer) => this.#settle(answer));
    this.#worker.on("error", (error) => (this.#reason = error instanceof Error ? error.message : String(error)));
    this.#ended = new Promise((resolve) => this.#worker.once("exit", () => resolve()));
    void this.#ended.then(() => this.#rejectAll());
  }

  /** Settles when the thread has ended, for whatever reason. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  write(waiting: Waiting): void {
    this.#arrived.push(waiting);
    if (this.#arrived.length === 1 && this.#sent.length === 0) this.#sendSoon();
  }

  run(task: ErasureTask, waiting: WaitingTask): void {
    // What was written before comes first, also where it has not been sent yet.
    this.#send();
    this.#tasks.push(waiting);
    this.#worker.ref();
    this.#post({ kind: "task", task });
  }

  async close(): Promise<void> {
    this.#send();
    this.#post({ kind: "close" });
    this.#worker.ref();
    await this.#ended;
  }

  /** What arrives in one tick, or while a commit is under way, is one message and one commit. */
  #sendSoon(): void {
    this.#worker.ref();
    setImmediate(() => this.#send());
  }

  #post(request: WriterRequest, given: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(request, given);
  }

  #send(): void {
    const arrived = this.#arrived;
    this.#arrived = [];
    if (arrived.length === 0) return;
    this.#sent.push(...arrived);
    const orders = arrived.map((waiting) => waiting.order);
    this.#post(
      { kind: "write", orders },
      orders.flatMap(({ body }) => (body instanceof Uint8Array ? [body.buffer] : [])),
    );
  }

  #settle(answer: WriterAnswer): void {
    switch (answer.kind) {
      case "written": {
        const written = this.#sent.splice(0, answer.bodies.length);
        for (const [index, waiting] of written.entries()) waiting.resolve(answer.bodies[index]);
        break;
      }
      case "failed": {
        const failure = this.#fail(answer.reason);
        for (const waiting of this.#sent.splice(0, answer.count)) waiting.reject(failure);
        break;
      }
      case "done":
        this.#tasks.shift()?.resolve(answer.report);
        break;
      case "undone":
        this.#tasks.shift()?.reject(this.#fail(answer.reason));
    }
    if (this.#sent.length > 0) return;
    if (this.#arrived.length > 0) this.#sendSoon();
    else if (this.#tasks.length === 0) this.#worker.unref();
  }

  #rejectAll(): void {
    const failure = this.#fail(this.#reason);
    for (const waiting of [...this.#sent, ...this.#arrived, ...this.#tasks]) waiting.reject(failure);
    this.#sent = [];
    this.#tasks = [];
    this.#arrived = [];
  }
}

/** A queue for a journal, whose thread starts with the first order. `fail` gives the reason of a failed commit its name. */
export function createWriteQueue(setup: WriterSetup, fail: (reason: string) => Error): WriteQueue {
  let writer: Writer | undefined;
  let closed = false;

  function currentWriter(): Writer {
    if (writer !== undefined) return writer;
    const started = new Writer(setup, fail);
    // A thread that was lost is replaced: the ends of chains are on the disk, not in it.
    void started.ended.then(() => (writer = writer === started ? undefined : writer));
    writer = started;
    return started;
  }

  return {
    write: (order) => {
      if (closed) return Promise.reject(fail("it was closed"));
      const { promise, resolve, reject } = Promise.withResolvers<KeptBody | undefined>();
      currentWriter().write({ order, resolve, reject });
      return promise;
    },
    run: (task) => {
      if (closed) return Promise.reject(fail("it was closed"));
      const { promise, resolve, reject } = Promise.withResolvers<ErasureReport>();
      currentWriter().run(task, { resolve, reject });
      return promise;
    },
    close: async () => {
      closed = true;
      await writer?.close();
    },
  };
}
