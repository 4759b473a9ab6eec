import type { OrgSchema } from "../../registry/org-schema.ts";
import type { Finding } from "../../terms/finding.ts";
import type { CheckResult, CheckSurroundings, TracedCode } from "./checked.ts";
import { type CheckerThread, startCheckerThread, type ThreadEnd } from "./checker-thread.ts";
import type { WorkerRequest } from "./worker-messages.ts";

export type { Checked, CheckResult, TracedCode } from "./checked.ts";

/** Checks snippets in threads of its own. Close it at the end. */
export interface Checker {
  /** Checks a snippet and derives its review. Sends nothing. Rejects only for a defect of ours. */
  check(source: string, surroundings: CheckSurroundings): Promise<CheckResult>;
  /** Rewrites a snippet for the evidence replay; findings where it would not pass the check. */
  trace(source: string, surroundings: { readonly orgSchema: OrgSchema }): Promise<TracedCode | readonly Finding[]>;
  close(): Promise<void>;
}

/** One hostile snippet occupies one thread until it is ended; the others are checked in the other. */
const threadCount = 2;

const tooCostly: Finding = {
  code: "check/too-costly",
  line: 1,
  column: 1,
  message: "Checking this snippet took more time or memory than any ordinary snippet needs.",
  why: "What cannot be checked is not run.",
  help: "Write it with simple types and without deep nesting.",
};

interface Waiting {
  readonly request: WorkerRequest;
  readonly resolve: (end: ThreadEnd) => void;
}

/** Starts a checker: its threads warm up at once, and requests that come earlier wait for them. */
export function createChecker(): Checker {
  const queue: Waiting[] = [];
  const idle: CheckerThread[] = [];
  const threads = new Set<CheckerThread>();
  let closed = false;

  const start = (): void => {
    if (closed) return;
    const thread = startCheckerThread();
    threads.add(thread);
    void thread.ready.then((isReady) => (isReady ? free(thread) : failWaiting()));
  };
  const failWaiting = (): void => {
    if (closed) return;
    for (const one of queue.splice(0))
      one.resolve({ kind: "defect", message: "A thread of the checker could not be started." });
  };
  const free = (thread: CheckerThread): void => {
    idle.push(thread);
    serve();
  };
  const serve = (): void => {
    const thread = idle[0];
    const next = thread === undefined ? undefined : queue.shift();
    if (thread === undefined || next === undefined) return;
    idle.shift();
    void thread.ask(next.request).then((end) => {
      next.resolve(end);
      if (end.kind !== "lost") return free(thread);
      threads.delete(thread);
      start();
    });
    serve();
  };
  const ask = (request: WorkerRequest): Promise<ThreadEnd> =>
    new Promise((resolve) => {
      queue.push({ request, resolve });
      serve();
    });

  for (let count = 0; count < threadCount; count += 1) start();
  return {
    check: async (source, surroundings) => resultOf(await ask({ kind: "check", source, surroundings })),
    trace: async (source, surroundings) => tracedOf(await ask({ kind: "trace", source, surroundings })),
    close: async () => {
      closed = true;
      await Promise.all([...threads].map((one) => one.close()));
    },
  };
}

function resultOf(end: ThreadEnd): CheckResult {
  if (end.kind === "result") return end.result;
  return { kind: "findings", findings: lostFindings(end) };
}

function tracedOf(end: ThreadEnd): TracedCode | readonly Finding[] {
  return end.kind === "traced" ? end.traced : lostFindings(end);
}

function lostFindings(end: ThreadEnd): readonly Finding[] {
  if (end.kind === "lost" || end.kind === "too-costly") return [tooCostly];
  throw new Error(
    end.kind === "defect" ? `The check failed: ${end.message}` : "The check gave an answer that it was not asked for.",
  );
}
