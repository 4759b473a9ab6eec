import type { Answer, AnswerAsk, Ask } from "../../terms/ask.ts";
import { type FailureDescription, isFailure } from "../../terms/failure.ts";
import type { Spending } from "./spending.ts";
import type { WaitingRoom } from "./waiting-room.ts";

/** Where the queue gives what it has. */
export interface AnswerQueueOutlet {
  readonly answer: AnswerAsk;
  /** Holds what waits for its turn. */
  readonly waitingRoom: WaitingRoom;
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly spending: Spending;
  /** Writes an answer to the child; gives its bytes. */
  readonly deliver: (ask: Ask, answer: Answer) => number;
  /** A read failed and the snippet did not allow for it. */
  readonly fail: (failure: FailureDescription) => void;
  /** `answer` broke its contract. */
  readonly reject: (error: unknown) => void;
  readonly onAnswered: (ask: Ask, isFailed: boolean) => void;
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
    const answer = await outlet.answer(ask, outlet.signal);
    return answer.kind === "response" ? outlet.waitingRoom.hold(answer) : answer;
  } catch (error) {
    if (outlet.signal.aborted) return undefined;
    if (isFailure(error)) return { kind: "fatal", failure: error.describe() };
    outlet.reject(error);
    return undefined;
  }
}

/**
 * Reads on their way: asked in parallel, delivered one after the other.
 * Contract: answers leave in the order of their steps, whatever order they come in.
 */
export class AnswerQueue {
  readonly #outlet: AnswerQueueOutlet;
  readonly #entries = new Map<number, Entry>();
  readonly #underwaySizes: number[] = [];
  #underwayBytes = 0;
  #acknowledged = 0;
  #asked = 0;
  #started = 0;
  #out = 0;
  #next = 0;

  constructor(outlet: AnswerQueueOutlet) {
    this.#outlet = outlet;
  }

  /** Number of answers that the guest has gone on with. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Takes the next read. `unknownAllowed`: its failure is an answer and not the end. */
  add(ask: Ask, unknownAllowed: boolean): void {
    this.#entries.set(ask.step, { ask, unknownAllowed, outcome: undefined });
    this.#asked = ask.step + 1;
    this.#askMore();
  }

  /** The snippet allows for a failure of this read after all. */
  allow(step: number): void {
    const entry = this.#entries.get(step);
    if (entry !== undefined) entry.unknownAllowed = true;
  }

  /** The guest has gone as far as it can with so many answers more. */
  acknowledge(answers: number): void {
    for (let taken = 0; taken < answers; taken += 1) {
      this.#underwayBytes -= this.#underwaySizes[this.#acknowledged] ?? 0;
      this.#acknowledged += 1;
    }
    this.#goOn();
  }

  #deliverReady(): void {
    while (!this.#outlet.signal.aborted && this.#underwayBytes < MAX_UNDERWAY_BYTES) {
      const entry = this.#entries.get(this.#next);
      const outcome = entry?.outcome;
      if (entry === undefined || outcome === undefined) return;
      if (outcome.kind === "fatal" || (outcome.kind === "failed" && !entry.unknownAllowed)) {
        this.#outlet.fail(outcome.failure);
        return;
      }
      const bytes = outcome.kind === "response" ? outcome.bytes : 0;
      if (!this.#outlet.spending.take("bytes", bytes, this.#goOn)) return;
      this.#next += 1;
      this.#entries.delete(entry.ask.step);
      const written = this.#outlet.deliver(entry.ask, outcome);
      this.#underwaySizes.push(written);
      this.#underwayBytes += written;
    }
  }

  async #start(entry: Entry): Promise<void> {
    this.#out += 1;
    entry.outcome = await settle(this.#outlet, entry.ask);
    this.#out -= 1;
    if (this.#outlet.signal.aborted || entry.outcome === undefined) return;
    this.#outlet.onAnswered(entry.ask, entry.outcome.kind === "failed");
    this.#goOn();
  }

  #askMore(): void {
    while (this.#started < this.#asked && this.#out < this.#outlet.concurrency && !this.#outlet.signal.aborted) {
      const entry = this.#entries.get(this.#started);
      if (entry === undefined || !this.#outlet.spending.take("calls", 1, this.#goOn)) return;
      this.#started += 1;
      void this.#start(entry);
    }
  }

  // Deliveries first: what the guest can go on with is worth more than one read more in the air.
  readonly #goOn = (): void => {
    try {
      this.#deliverReady();
      this.#askMore();
    } catch (error) {
      if (isFailure(error)) this.#outlet.fail(error.describe());
      else this.#outlet.reject(error);
    }
  };
}
