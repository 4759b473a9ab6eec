import type { ConfigFailures } from "./failures/config.ts";
import type { EmulatorFailures } from "./failures/emulator.ts";
import type { GateFailures } from "./failures/gate.ts";
import type { InputFailures } from "./failures/input.ts";
import type { JournalFailures } from "./failures/journal.ts";
import type { LibraryFailures } from "./failures/library.ts";
import type { ModelFailures } from "./failures/model.ts";
import type { OktaFailures } from "./failures/okta.ts";
import type { RegistryFailures } from "./failures/registry.ts";
import type { RunFailures } from "./failures/run.ts";

/** Everything that can go wrong, and what is known when it does. A code is stable: it is written to the journal. */
export interface FailureDetails
  extends
    ConfigFailures,
    EmulatorFailures,
    GateFailures,
    InputFailures,
    JournalFailures,
    LibraryFailures,
    ModelFailures,
    OktaFailures,
    RegistryFailures,
    RunFailures {}

/** `zone/what-is-wrong`. */
export type FailureCode = keyof FailureDetails;

/** The three parts of every message that a person reads. */
export interface FailureText {
  /** What was found. */
  readonly found: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly help: string;
}

/** A failure as plain data: crosses the isolate's border, is journalled, is printed. Holds ids and numbers, never tokens or bodies. */
export interface FailureDescription extends FailureText {
  readonly code: FailureCode;
  readonly details: FailureDetails[FailureCode];
}

/** The world or our code is not as it should be. Thrown; caught at the isolate's border, the model's border and in front ends only. */
export class Failure<Code extends FailureCode = FailureCode> extends Error {
  readonly code: Code;
  readonly details: FailureDetails[Code];
  readonly text: FailureText;

  constructor(code: Code, details: FailureDetails[Code], text: FailureText, cause?: unknown) {
    super(`${text.found} ${text.why} ${text.help}`, cause === undefined ? {} : { cause });
    this.name = "Failure";
    this.code = code;
    this.details = details;
    this.text = text;
  }

  /** The failure as data, without stack or cause. */
  describe(): FailureDescription {
    return { code: this.code, details: this.details, ...this.text };
  }
}

/** True for a failure, of that code where one is named. Does not use `instanceof`: a clone of an error loses its class. */
export function isFailure(error: unknown): error is Failure;
export function isFailure<Code extends FailureCode>(error: unknown, code: Code): error is Failure<Code>;
export function isFailure(error: unknown, code?: FailureCode): boolean {
  if (typeof error !== "object" || error === null) return false;
  if (!("name" in error) || error.name !== "Failure" || !("code" in error)) return false;
  return code === undefined || error.code === code;
}

/** True for a described failure of that code; then its details are that code's. */
export function isDescribed<Code extends FailureCode>(
  failure: FailureDescription,
  code: Code,
): failure is FailureDescription & { readonly code: Code; readonly details: FailureDetails[Code] } {
  return failure.code === code;
}
