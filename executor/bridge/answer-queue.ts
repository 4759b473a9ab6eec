import type { Answer, AnswerAsk, Ask } from "../../terms/ask.ts";
import { type FailureDescription, isFailure } from "../../terms/failure.ts";
import type { Spending } from "./spending.ts";

/** Reads on their way: asked in parallel, delivered one after the other in the order in which the guest asked. */
export interface AnswerQueue {
  add(ask: Ask, unknownAllowed: boolean): void;
  /** The snippet allows for a failure of this read after all. */
  allow(step: number): void;
  /** The guest has gone as far as it can with so many answers more. */
  acknowledge(answers: number): void;
  /** Number of answers that the guest has acknowledged. */
  acknowledged(): number;
}

/** Where the queue gives what it has. */
export interface AnswerQueueOutlet {
  readonly answer: AnswerAsk;
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly spending: Spending;
  /** Writes an answer to the child; gives its bytes. */
  readonly deliver: (ask: Ask, answer: Answer) => number;
  /** A read failed and the snippet did not allow for it. */
  readonly fail: (failure: FailureDescription) => void;
  /** `answer` broke its contract. */
  readonly reject: (error: unknown) => void;
  readonly onAnswered: (ask: Ask) => void;
}

// What is written to the child and not yet taken by the guest. Enough to keep it busy, little enough to hold in memory.
const MAX_UNDERWAY_BYTES = 8 * 1024 * 1024;

type Outcome = Answer | { readonly kind: "fatal"; readonly failure: FailureDescription };

interface Entry {
  readonly ask: Ask;
  unknownAllowed: boolean;
  outcome: Outcome | undefined;
}

async function settle(outlet: AnswerQueueOutlet, ask: Ask): Promise<Outcome | undefined> {
  try {
    return await outlet.answer(ask, outlet.signal);
  } catch (error) {
    if (outlet.signal.aborted) return undefined;
    if (isFailure(error)) return { kind: "fatal", failure: error.describe() };
    outlet.reject(error);
    return undefined;
  }
}

/** Makes the queue of one run. Contract: answers leave in the order of their steps, whatever order they come in. */
export function createAnswerQueue(outlet: AnswerQueueOutlet): AnswerQueue {
  const entries = new Map<number, Entry>();
  const underwaySizes: number[] = [];
  let underwayBytes = 0;
  let underwayFirst = 0;
  let asked = 0;
  let started = 0;
  let out = 0;
  let next = 0;

  const deliverOne = (entry: Entry, outcome: Answer): void => {
    next += 1;
    entries.delete(entry.ask.step);
    const bytes = outlet.deliver(entry.ask, outcome);
    underwaySizes.push(bytes);
    underwayBytes += bytes;
  };
  const deliverReady = (): void => {
    while (!outlet.signal.aborted && underwayBytes < MAX_UNDERWAY_BYTES) {
      const entry = entries.get(next);
      const outcome = entry?.outcome;
      if (entry === undefined || outcome === undefined) return;
      if (outcome.kind === "fatal" || (outcome.kind === "failed" && !entry.unknownAllowed)) {
        outlet.fail(outcome.failure);
        return;
      }
      const bytes = outcome.kind === "response" ? outcome.bytes : 0;
      if (!outlet.spending.take("bytes", bytes, goOn)) return;
      deliverOne(entry, outcome);
    }
  };
  const start = async (entry: Entry): Promise<void> => {
    out += 1;
    entry.outcome = await settle(outlet, entry.ask);
    out -= 1;
    if (outlet.signal.aborted || entry.outcome === undefined) return;
    outlet.onAnswered(entry.ask);
    goOn();
  };
  const askMore = (): void => {
    while (started < asked && out < outlet.concurrency && !outlet.signal.aborted) {
      const entry = entries.get(started);
      if (entry === undefined || !outlet.spending.take("calls", 1, goOn)) return;
      started += 1;
      void start(entry);
    }
  };
  // Deliveries first: what the guest can go on with is worth more than one read more in the air.
  function goOn(): void {
    try {
      deliverReady();
      askMore();
    } catch (error) {
      if (isFailure(error)) outlet.fail(error.describe());
      else outlet.reject(error);
    }
  }

  return {
    add(ask, unknownAllowed) {
      entries.set(ask.step, { ask, unknownAllowed, outcome: undefined });
      asked = ask.step + 1;
      askMore();
    },
    allow(step) {
      const entry = entries.get(step);
      if (entry !== undefined) entry.unknownAllowed = true;
    },
    acknowledge(answers) {
      for (let taken = 0; taken < answers; taken += 1) {
        underwayBytes -= underwaySizes[underwayFirst] ?? 0;
        underwayFirst += 1;
      }
      goOn();
    },
    acknowledged: () => underwayFirst,
  };
}
