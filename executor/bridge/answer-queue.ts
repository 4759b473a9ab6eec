import type { Answer, AnswerAsk, ArrivedResponse, Ask } from "../../terms/ask.ts";
import { type FailureDescription, isFailure } from "../../terms/failure.ts";
import { type AskedRead, Foresight } from "./foresight.ts";
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
  /** A read was asked for, or is about to be. */
  readonly onAsked: (ask: Ask) => void;
  readonly onAnswered: (ask: Ask, isFailed: boolean) => void;
}

// What is written to the child and not yet taken by the guest. Enough to keep it busy, little enough to hold in memory.
const MAX_UNDERWAY_BYTES = 8 * 1024 * 1024;

// Pages of a list that are asked for before the guest says so: enough that several are on the disk with one commit.
const MOST_FORESEEN = 8;

type Outcome = Answer | { readonly kind: "fatal"; readonly failure: FailureDescription };

interface Entry {
  readonly ask: Ask;
  unknownAllowed: boolean;
  outcome: Outcome | undefined;
}

async function settle(
  outlet: AnswerQueueOutlet,
  entry: Entry,
  onArrived: (response: ArrivedResponse) => void,
): Promise<Outcome | undefined> {
  // Cut while the response is on its way to the disk, and held from then on by the waiting room alone, which has a bound.
  let ready: string | undefined;
  try {
    const answer = await outlet.answer(entry.ask, outlet.signal, (response) => {
      onArrived(response);
      ready = outlet.waitingRoom.cut(response);
    });
    return answer.kind === "response" ? outlet.waitingRoom.hold(answer, ready) : answer;
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
  readonly #foresight = new Foresight();
  readonly #underwaySizes: number[] = [];
  #underwayBytes = 0;
  #acknowledged = 0;
  #asked = 0;
  #started = 0;
  #out = 0;
  #next = 0;
  /** The guest has gone as far as it can with all that it was given. */
  #isQuiet = false;

  constructor(outlet: AnswerQueueOutlet) {
    this.#outlet = outlet;
  }

  /** Number of answers that the guest has gone on with. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Whether pages were asked for that the guest has not asked for itself yet. */
  get isAhead(): boolean {
    return this.#foresight.isAhead;
  }

  /** Takes the next read. False where it is another than the one that the guest was bound to ask for. */
  add(read: AskedRead): boolean {
    const taken = this.#foresight.take(read);
    if (taken === "new") this.#put(read);
    this.#askMore();
    return taken !== "other";
  }

  /** The snippet allows for a failure of this read after all. */
  allow(step: number): void {
    const entry = this.#entries.get(step);
    if (entry !== undefined) entry.unknownAllowed = true;
    this.#foresight.allow(step);
  }

  /** The guest has gone as far as it can with so many answers more. */
  acknowledge(answers: number): void {
    for (let taken = 0; taken < answers; taken += 1) {
      this.#underwayBytes -= this.#underwaySizes[this.#acknowledged] ?? 0;
      this.#acknowledged += 1;
    }
    this.#isQuiet = this.#acknowledged === this.#next;
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
      this.#isQuiet = false;
      this.#entries.delete(entry.ask.step);
      const written = this.#outlet.deliver(entry.ask, outcome);
      this.#underwaySizes.push(written);
      this.#underwayBytes += written;
    }
  }

  async #start(entry: Entry): Promise<void> {
    this.#out += 1;
    entry.outcome = await settle(this.#outlet, entry, (response) => this.#askBehind(entry.ask, response));
    this.#out -= 1;
    if (this.#outlet.signal.aborted || entry.outcome === undefined) return;
    this.#outlet.onAnswered(entry.ask, entry.outcome.kind === "failed");
    this.#goOn();
  }

  #put({ ask, unknownAllowed }: AskedRead): void {
    this.#entries.set(ask.step, { ask, unknownAllowed, outcome: undefined });
    this.#asked = ask.step + 1;
    this.#outlet.onAsked(ask);
  }

  /** While a response is on its way to the disk, the page behind it is asked for. */
  #askBehind({ step }: Ask, { hasMore }: ArrivedResponse): void {
    this.#foresight.noteArrived(step, hasMore);
    this.#foresee();
    this.#askMore();
  }

  #foresee(): void {
    const { signal, spending } = this.#outlet;
    if (signal.aborted || this.#asked - this.#next >= MOST_FORESEEN || !spending.hasCalls(1)) return;
    const next = this.#foresight.next((step) => this.#isQuiet && step === this.#next);
    if (next !== undefined) this.#put(next);
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
      this.#foresee();
      this.#askMore();
    } catch (error) {
      if (isFailure(error)) this.#outlet.fail(error.describe());
      else this.#outlet.reject(error);
    }
  };
}
