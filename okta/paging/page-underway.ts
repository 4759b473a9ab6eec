import type { ReplyHeaders } from "../reply-headers.ts";

/**
 * A page on its way. When somebody has asked for it and its headers say where the list goes on, the next page can be sent for, while the
 * body of this one is still being received and read.
 */
export class PageUnderway {
  readonly #goOn: (headers: ReplyHeaders) => void;
  #isTaken = false;
  #headers: ReplyHeaders | undefined;

  /** `goOn` is called when the next page can be sent for: more than once where this one is tried again. */
  constructor(goOn: (headers: ReplyHeaders) => void) {
    this.#goOn = goOn;
  }

  /** Somebody asks for it. */
  take(): void {
    this.#isTaken = true;
    if (this.#headers !== undefined) this.#goOn(this.#headers);
  }

  /** Its answer has begun. */
  noteReply(headers: ReplyHeaders): void {
    this.#headers = headers;
    if (this.#isTaken) this.#goOn(headers);
  }
}
