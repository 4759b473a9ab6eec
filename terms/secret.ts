/**
 * A token or key that must not leak by being printed, logged, cloned or serialised.
 * Contract: only `reveal` gives the value; text and JSON of it are `[secret]`, and the value is a private field that inspection skips.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. Call it at the last moment, where it is sent or stored. */
  reveal(): string {
    return this.#value;
  }

  toJSON(): string {
    return "[secret]";
  }

  toString(): string {
    return "[secret]";
  }
}
