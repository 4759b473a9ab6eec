import { confirm, editor, select } from "@inquirer/prompts";
import ora, { type Ora } from "ora";
import type { Decision, Front, Progress } from "../main/front.ts";
import type { Review } from "../terms/review.ts";
import type { Output } from "./output.ts";
import { safeLines, safeText } from "./render/safe-text.ts";

/** A front end on a terminal, and the end of its progress line. */
export interface TerminalFront {
  readonly front: Front;
  /** Clears the progress line. Call it before anything else is printed, and at the end. */
  readonly settle: () => void;
}

const stream = process.stderr;

async function askDecision(review: Review, rendered: string, output: Output): Promise<Decision> {
  output.say(safeLines(rendered));
  const kind = await select<Decision["kind"]>(
    {
      message: "Run it?",
      choices: [
        { value: "yes", name: "yes, run it" },
        { value: "edit", name: "edit the snippet first ($EDITOR); it is checked again" },
        { value: "sample", name: "sample: run it on the first 25 items of its outermost list" },
        { value: "no", name: "no" },
      ],
    },
    { output: stream },
  );
  if (kind !== "edit") return { kind };
  const source = await editor(
    { message: "The snippet", default: review.snippet, postfix: ".ts", waitForUserInput: false },
    { output: stream },
  );
  return { kind: "edit", source };
}

function progressText(progress: Progress): string {
  switch (progress.kind) {
    case "planning":
      return safeText(progress.text);
    case "reading":
      return progress.operations.map((one) => `${one.operationId} ${one.answered}/${one.asked}`).join("  ");
    case "waiting":
      return `waiting for Okta (${progress.bucket}: ${progress.reason}), ${Math.ceil(progress.untilMs / 1000)} s`;
    case "retrying":
      return `${progress.operationId}: ${safeText(progress.failure.found)} Trying again.`;
  }
}

/** A front end that asks on the terminal where there is one, and shows progress as one line on standard error. */
export function createTerminalFront(
  output: Output,
  options: { readonly yes: boolean; readonly signal: AbortSignal },
): TerminalFront {
  let spinner: Ora | undefined;
  let latest: string | undefined;
  const settle = (): void => {
    spinner?.stop();
    spinner = undefined;
    // Where no line can be drawn over, how far it came is said once, at the end.
    if (stream.isTTY !== true && latest !== undefined) output.say(latest);
    latest = undefined;
  };
  const front: Front = {
    yes: options.yes,
    signal: options.signal,
    decide: output.interactive
      ? async (review, rendered) => {
          settle();
          return askDecision(review, rendered, output);
        }
      : undefined,
    allowLookUp: output.interactive
      ? async (what) => {
          settle();
          return confirm({ message: `Send this look-up to Okta? ${what}` }, { output: stream });
        }
      : undefined,
    onProgress: (progress) => {
      latest = progressText(progress);
      if (stream.isTTY !== true) return;
      spinner ??= ora({ stream, discardStdin: false }).start();
      spinner.text = latest;
    },
  };
  return { front, settle };
}
