import { createDriftTally, type OperationDrift, thinBody } from "../../registry/drift/drift-tally.ts";
import type { FreshBody } from "../../terms/ask.ts";

/** Compares some of a run's responses with the catalogue, beside the run. */
export interface DriftWatch {
  /** Notes a response that has come. Does no work but to queue a few of its items, and not even that for most of many. */
  readonly see: (operationId: string, response: FreshBody) => void;
  /** Compares what still waits, within the time allowed, and gives what was compared. Call it once, at the run's end. */
  readonly settle: () => readonly OperationDrift[];
}

/** The first responses of each operation are all sampled, then one of so many. */
const [allOfFirst, thenOneOf] = [8, 16];
/** Responses and characters that may wait, and characters of one; what comes on top is not sampled. */
const most = { responses: 64, characters: 8 * 1024 ** 2, inOne: 4 * 1024 ** 2 };
/** Time that comparing may take: this at once, so that a short run is watched too, and this share of the run's time on top. */
const allowed = { atOnceMs: 10, share: 0.005 };
/** Pause between two looks at the queue. */
const pauseMs = 50;
/** Items of a list that are compared: one response must not take long by itself. */
const itemsCompared = 10;

/** A watch over one run, which begins now. */
export function watchDrift(): DriftWatch {
  const tally = createDriftTally();
  const seen = new Map<string, number>();
  const queue: { readonly operationId: string; readonly body: unknown; readonly characters: number }[] = [];
  const began = performance.now();
  let waitingCharacters = 0;
  let spentMs = 0;
  let timer: NodeJS.Timeout | undefined;

  const mayWork = (): boolean => spentMs < allowed.atOnceMs + allowed.share * (performance.now() - began);

  const work = (): void => {
    while (queue.length > 0 && mayWork()) {
      const next = queue.shift();
      if (next === undefined) return;
      waitingCharacters -= next.characters;
      const started = performance.now();
      tally.add(next.operationId, next.body);
      spentMs += performance.now() - started;
    }
  };
  const workLater = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      work();
      if (queue.length > 0) workLater();
    }, pauseMs).unref();
  };

  return {
    see(operationId, { text, body }) {
      const count = seen.get(operationId) ?? 0;
      seen.set(operationId, count + 1);
      if (count >= allOfFirst && count % thenOneOf !== 0) return;
      const isFull = queue.length >= most.responses || waitingCharacters + text.length > most.characters;
      if (isFull || text.length > most.inOne) return;
      queue.push({ operationId, body: thinBody(operationId, body, itemsCompared), characters: text.length });
      waitingCharacters += text.length;
      workLater();
    },
    settle() {
      clearTimeout(timer);
      work();
      queue.length = 0;
      return tally.list();
    },
  };
}
