import { Worker } from "node:worker_threads";
import type { WorkerAnswer, WorkerRequest } from "./worker-messages.ts";

/** A check that takes longer ends with its thread. Ordinary snippets take some 25 ms. */
const longestMs = 5_000;

/** How a request to a thread ended: with its answer, or because the thread had to be given up. */
export type ThreadEnd = WorkerAnswer | { readonly kind: "lost" };

/** A thread that answers one request at a time. */
export interface CheckerThread {
  /** Resolves when the thread is warm; false where it could not be started. */
  readonly ready: Promise<boolean>;
  /** Contract: one at a time. After `lost` the thread is gone. */
  ask(request: WorkerRequest): Promise<ThreadEnd>;
  close(): Promise<void>;
}

/** Starts a thread with bounded memory and no environment. */
export function startCheckerThread(): CheckerThread {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 384, stackSizeMb: 4 },
    // What a hostile snippet makes the engine print is not for the operator's terminal.
    stderr: true,
    stdout: true,
  });
  let settle: ((end: ThreadEnd) => void) | undefined;
  let started: ((isReady: boolean) => void) | undefined;
  const ready = new Promise<boolean>((resolve) => (started = resolve));
  const end = (result: ThreadEnd): void => {
    settle?.(result);
    settle = undefined;
  };
  worker.on("message", (answer: WorkerAnswer) => (answer.kind === "ready" ? started?.(true) : end(answer)));
  worker.on("error", () => end({ kind: "lost" }));
  worker.on("exit", () => {
    started?.(false);
    end({ kind: "lost" });
  });
  return {
    ready,
    ask: (request) =>
      new Promise<ThreadEnd>((resolve) => {
        const timer = setTimeout(() => {
          end({ kind: "lost" });
          void worker.terminate();
        }, longestMs);
        settle = (result) => {
          clearTimeout(timer);
          resolve(result);
        };
        worker.postMessage(request);
      }),
    close: async () => void (await worker.terminate()),
  };
}
