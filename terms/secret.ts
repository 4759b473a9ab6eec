import { inspect } from "node:util";

/**
 * A token or key that must not leak by being printed, logged, cloned or serialised.
 * Contract: only `reveal` gives the value; every other way of looking at it shows `[secret]`.
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

  [inspect.custom](): string {
    return "[secret]";
  }
}
