import { confirm, editor, select } from "@inquirer/prompts";
import type { Alternative } from "../terms/plan.ts";
import type { Decision, Front, ReachedLimit } from "../main/front.ts";
import type { Review } from "../terms/review.ts";
import type { Output } from "./output.ts";
import { renderProgress } from "./render/render-progress.ts";
import { safeLines, safeText } from "./render/safe-text.ts";

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

async function askMeaning(
  output: Output,
  word: string,
  question: string,
  alternatives: readonly Alternative[],
): Promise<{ readonly alternative: number; readonly remember: boolean } | undefined> {
  output.settle();
  const choices = alternatives.flatMap(({ label, count, condition }, value) =>
    condition === undefined ? [] : [{ value, name: `${safeText(label)}${count === undefined ? "" : `: ${count}`}` }],
  );
  if (choices.length === 0) return undefined;
  const none = { value: -1, name: "none of these" };
  const alternative = await select({ message: safeText(question), choices: [...choices, none] }, { output: stream });
  if (alternative < 0) return undefined;
  const message = `Remember that as the meaning of "${safeText(word)}"?`;
  return { alternative, remember: await confirm({ message, default: false }, { output: stream }) };
}

const limitWords = { calls: "requests", bytes: "bytes of responses", wallMs: "ms of time" } as const;

async function askLimit({ limit, bound }: ReachedLimit, output: Output): Promise<number | undefined> {
  output.settle();
  const message = `It has used its ${bound} ${limitWords[limit]}. Go on with as much again? Nothing that was read is lost by a no.`;
  return (await confirm({ message, default: false }, { output: stream })) ? 2 * bound : undefined;
}

/** A front end that asks on the terminal where there is one, and shows progress as one line on standard error. */
export function createTerminalFront(
  output: Output,
  options: { readonly yes: boolean; readonly signal: AbortSignal },
): Front {
  return {
    yes: options.yes,
    signal: options.signal,
    decide: output.interactive ? (review, rendered) => askDecision(review, rendered, output) : undefined,
    raiseLimit: output.interactive ? (reached) => askLimit(reached, output) : undefined,
    allowLookUp: output.interactive
      ? (what) => {
          output.settle();
          return confirm({ message: `Send this look-up to Okta? ${safeText(what)}` }, { output: stream });
        }
      : undefined,
    takeReport: output.interactive
      ? (name, title) => {
          output.settle();
          const message = `The report ${name} answers this question (${safeText(title)}). Run it?`;
          return confirm({ message }, { output: stream });
        }
      : undefined,
    chooseMeaning: output.interactive ? (...asked) => askMeaning(output, ...asked) : undefined,
    onProgress: (progress) => output.progress(renderProgress(progress)),
  };
}
