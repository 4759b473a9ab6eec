import { freeze } from "./primordials.ts";

class Unknown {
  readonly #reason: string;

  constructor(reason: string) {
    this.#reason = reason;
    freeze(this);
  }

  static reasonOf(this: void, value: unknown): string | undefined {
    return typeof value === "object" && value !== null && #reason in value ? value.#reason : undefined;
  }
}

/** The value that stands for a read that failed. */
export type NotKnown = Unknown;

/** Makes the value that stands for a failed read; `reason` is a sentence for the operator. */
export function createNotKnown(reason: string): NotKnown {
  return new Unknown(reason);
}

/** Why a value is not known; undefined for every other value. Cannot be forged by an object of the same looks. */
export const reasonNotKnown: (value: unknown) => string | undefined = Unknown.reasonOf;

/** True where a read failed and `.orUnknown()` let the run go on. */
export function notKnown(value: unknown): value is NotKnown {
  return reasonNotKnown(value) !== undefined;
}
