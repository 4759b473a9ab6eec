import { isFailure, type FailureCode } from "../terms/failure.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Output } from "./output.ts";
import { renderFailure } from "./render/render-failure.ts";
import { renderJson } from "./render/render-json.ts";
import { safeLines } from "./render/safe-text.ts";

/** Codes that mean the command or a setting was wrong, rather than that something failed. */
const usageCodes: readonly FailureCode[] = [
  "config/missing",
  "config/invalid",
  "input/bad-table",
  "input/unreadable",
  "journal/not-found",
  "library/not-found",
  "library/exists",
  "library/changed",
  "platform/unsupported",
  "registry/unknown-operation",
];

/**
 * Says what went wrong, in three parts, and gives the exit code. With `json` the failure is also the answer on standard output.
 * An error that is no failure is a defect of ours: it is named as such, with its stack.
 */
export function reportFailure(error: unknown, output: Output, json: boolean): number {
  if (isFailure(error)) {
    if (json) output.answer(renderJson({ outcome: "failed", failure: error.describe() }));
    output.say(renderFailure({ code: error.code, ...error.text }));
    return usageCodes.includes(error.code) ? exitCodes.usage : exitCodes.failed;
  }
  if (error instanceof Error && error.name === "ExitPromptError") {
    output.say("Stopped at the prompt; nothing was sent.");
    return exitCodes.waiting;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  output.say(
    `This is a defect of Attest, not of what you asked. What it was doing was stopped; the journal is whole.\n${safeLines(text)}`,
  );
  return exitCodes.failed;
}
