import type { Ask } from "../../terms/ask.ts";

/** One read as the guest asks for it, with what it says of it. */
export interface AskedRead {
  readonly ask: Ask;
  /** Its failure is an answer and not the end. */
  readonly unknownAllowed: boolean;
  /** A page of a list that is read to its end. */
  readonly toTheEnd: boolean;
}

interface NewestRead extends AskedRead {
  /** It has come, and the list has a further page. */
  readonly goesOn: boolean;
  /** The guest can do nothing but ask for the next page when it is given this one. */
  readonly isCertain: boolean;
}

function isSame(one: AskedRead, other: AskedRead): boolean {
  const textOf = ({ ask, unknownAllowed, toTheEnd }: AskedRead): string =>
    JSON.stringify([ask.step, ask.operationId, ask.parameters, ask.listing, ask.page, unknownAllowed, toTheEnd]);
  return textOf(one) === textOf(other);
}

function isNextPage(before: Ask, ask: Ask): boolean {
  return ask.listing !== undefined && ask.listing === before.listing && ask.step === before.step + 1;
}

/**
 * Foresees what a guest will ask for. One that waits for a page of a list that it reads to its end, and for nothing else, can only go on
 * with the page behind it, under the next step, until the list ends. So these pages are asked for and kept without waiting for
 * the guest to say so. What it says then is held against what was foreseen.
 */
export class Foresight {
  readonly #foreseen = new Map<number, AskedRead>();
  #newest: NewestRead | undefined;

  /** Whether something was foreseen that the guest has not asked for yet. */
  get isAhead(): boolean {
    return this.#foreseen.size > 0;
  }

  /** Takes in what the guest asks for: `other` where something else was foreseen. */
  take(read: AskedRead): "new" | "foreseen" | "other" {
    const { step } = read.ask;
    const foreseen = this.#foreseen.get(step);
    if (foreseen !== undefined) {
      this.#foreseen.delete(step);
      return isSame(foreseen, read) ? "foreseen" : "other";
    }
    const before = this.#newest;
    const isCertain = before?.isCertain === true && before.goesOn && isNextPage(before.ask, read.ask);
    this.#newest = { ...read, goesOn: false, isCertain };
    return "new";
  }

  /** The snippet allows for a failure of that read after all. */
  allow(step: number): void {
    if (this.#newest?.ask.step === step) this.#newest = { ...this.#newest, unknownAllowed: true };
  }

  /** A response has come. */
  noteArrived(step: number, hasMore: boolean): void {
    if (this.#newest?.ask.step === step) this.#newest = { ...this.#newest, goesOn: hasMore };
  }

  /** What the guest will ask for next, as far as it is certain. `isAlone`: whether the guest waits for that step and nothing else. */
  next(isAlone: (step: number) => boolean): AskedRead | undefined {
    const newest = this.#newest;
    if (newest === undefined || !newest.goesOn || !newest.toTheEnd) return undefined;
    if (!newest.isCertain && !isAlone(newest.ask.step)) return undefined;
    const { ask, unknownAllowed, toTheEnd } = newest;
    const next = { ask: { ...ask, step: ask.step + 1, page: (ask.page ?? 0) + 1 }, unknownAllowed, toTheEnd };
    this.#foreseen.set(next.ask.step, next);
    this.#newest = { ...next, goesOn: false, isCertain: true };
    return next;
  }
}
