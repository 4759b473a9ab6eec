import type { Command } from "commander";
import { ask } from "../../main/ask.ts";
import type { Front } from "../../main/front.ts";
import type { House } from "../../main/house.ts";
import { exitCodes } from "../exit-codes.ts";
import { plannerOption } from "../options.ts";
import type { Output } from "../output.ts";
import { questionLines } from "../question-lines.ts";
import { reportFailure } from "../report-failure.ts";
import { showResult } from "../show-result.ts";
import { withHouse } from "../with-house.ts";

interface ChatOptions {
  readonly yes?: boolean;
  readonly planner?: "phrasebook" | "model";
  readonly continue?: string;
}

const greeting =
  "Each line is a question that goes on from the answer before it. /new starts over, /quit ends (so does the end of the input).";

/** Answers questions until there are none; gives the exit code of the last one. */
async function converse(house: House, front: Front, options: ChatOptions, output: Output): Promise<number> {
  let continues = options.continue;
  // Runs of this process alone: another one may have had another credential.
  let runs: readonly string[] = [];
  let code: number = exitCodes.answered;
  output.say(greeting);
  for await (const question of questionLines(output)) {
    if (question === "/quit") break;
    if (question === "/new") [continues, runs] = [undefined, []];
    if (question === "" || question.startsWith("/")) continue;
    try {
      const asked = { question, planner: options.planner, sampleSize: undefined, continues, reuse: runs };
      const result = await ask(house, asked, front);
      code = await showResult(result, output, {});
      // A question that was declined is no answer to go on from: the next one goes on from the last that was.
      if (result.kind !== "report" || result.report.run === null) continue;
      continues = result.report.run;
      runs = [continues, ...runs];
    } catch (error) {
      // A failure ends its question, not the conversation.
      code = reportFailure(error, output, false);
    }
  }
  return code;
}

/** `attest chat`: one question after the other, each of which goes on from the answer before. */
export function addChat(program: Command, output: Output): void {
  program
    .command("chat")
    .description("ask one question after the other, each going on from the answer before")
    .option("--yes", "approve read-only snippets within default limits without seeing them")
    .option("--continue <run>", "go on from this run")
    .addOption(plannerOption())
    .action(async (options: ChatOptions) => {
      process.exitCode = await withHouse(output, options, (house, front) => converse(house, front, options, output));
    });
}
