import type { Command } from "commander";
import { defineWord } from "../../main/definition/define-word.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { renderDefined } from "../render/render-definitions.ts";
import { renderJson } from "../render/render-json.ts";
import { withHouse } from "../with-house.ts";

/** `attest define WORD CONDITION`: gives a word of this org its meaning. */
export function addDefine(program: Command, output: Output): void {
  program
    .command("define <word> <condition>")
    .description("say what a word of yours means: define contractor 'userType same \"C\"'")
    .option("--yes", "look up how many users it means without asking")
    .option("--json", "print it as JSON")
    .action(async (word: string, condition: string, options: { readonly yes?: boolean; readonly json?: boolean }) => {
      process.exitCode = await withHouse(output, options, async (house, front) => {
        const defined = await defineWord(house, word, condition, front);
        output.answer(options.json === true ? renderJson(defined) : renderDefined(defined));
        return exitCodes.answered;
      });
    });
}
