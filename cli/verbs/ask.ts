import type { Command } from "commander";
import { ask } from "../../main/ask.ts";
import type { Output } from "../output.ts";
import { limitsOption, plannerOption, sampleOption } from "../options.ts";
import { addRowOptions } from "../row-files.ts";
import { showResult, type ShowOptions } from "../show-result.ts";
import { withHouse } from "../with-house.ts";

interface AskOptions extends ShowOptions {
  readonly yes?: boolean;
  readonly sample?: number;
  readonly confirm?: boolean;
  readonly limits?: string;
  readonly continue?: string;
  readonly planner?: "phrasebook" | "model";
}

/** `attest ask "…"`: plans, checks, asks for approval, runs, answers. */
export function addAsk(program: Command, output: Output): void {
  addRowOptions(
    program
      .command("ask <question...>")
      .description("answer a question: plan, check, ask for approval, run")
      .option("--yes", "approve a read-only snippet within default limits without seeing it")
      .addOption(plannerOption())
      .addOption(sampleOption())
      .addOption(limitsOption())
      .option("--continue <run>", "go on from this run: edit its snippet as the question says")
      .option("--confirm", "read what stands behind the rows again at the end, and say what changed"),
  )
    .option("--json", "print the whole answer as JSON")
    .action(async (words: string[], options: AskOptions) => {
      process.exitCode = await withHouse(output, options, async (house, front) => {
        const result = await ask(
          house,
          {
            question: words.join(" "),
            planner: options.planner,
            sampleSize: options.sample,
            continues: options.continue,
            confirm: options.confirm,
          },
          front,
        );
        return showResult(result, output, options);
      });
    });
}
