/** A body that may be written: its registered secrets were taken out when it was made. */
export class CleanBody {
  // Private, so that nothing else passes for one.
  readonly #content: string | Uint8Array<ArrayBuffer>;
  /** False where a secret was taken out. */
  readonly isAsItCame: boolean;

  /** `utf8`: the same text in bytes, where they are there already; given away when it is written. */
  constructor(redact: (text: string) => string, text: string, utf8?: Uint8Array<ArrayBuffer>) {
    const clean = redact(text);
    this.isAsItCame = clean === text;
    this.#content = this.isAsItCame && utf8 !== undefined ? utf8 : clean;
  }

  /** The text, or its bytes in UTF-8. */
  get content(): string | Uint8Array<ArrayBuffer> {
    return this.#content;
  }

  /** UTF-8 bytes. */
  get bytes(): number {
    return typeof this.#content === "string" ? Buffer.byteLength(this.#content) : this.#content.byteLength;
  }
}
