import type { Command } from "commander";
import { removeWord } from "../../main/definition/define-word.ts";
import { getDefinedWord, listDefinedWords } from "../../main/definition/show-definitions.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { renderDefinedWord, renderDefinedWords } from "../render/render-definitions.ts";
import { renderJson } from "../render/render-json.ts";
import { safeText } from "../render/safe-text.ts";
import { withHouse } from "../with-house.ts";

interface JsonOption {
  readonly json?: boolean;
}

/** `attest definitions …`: the words of this org that were defined. */
export function addDefinitions(program: Command, output: Output): void {
  const definitions = program.command("definitions").description("the words of yours that were defined");
  definitions
    .command("list")
    .description("all of them")
    .option("--json", "print them as JSON")
    .action(async (options: JsonOption) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const words = await listDefinedWords(house);
        output.answer(options.json === true ? renderJson(words) : renderDefinedWords(words));
        return exitCodes.answered;
      });
    });
  definitions
    .command("show <word>")
    .description("one of them with its history")
    .option("--json", "print it as JSON")
    .action(async (word: string, options: JsonOption) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const found = await getDefinedWord(house, word);
        output.answer(options.json === true ? renderJson(found) : renderDefinedWord(found));
        return exitCodes.answered;
      });
    });
  definitions
    .command("remove <word>")
    .description("take one away; questions that use it are asked back again")
    .action(async (word: string) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        await removeWord(house, word);
        output.answer(`${safeText(word)} has no meaning of its own any more.`);
        return exitCodes.answered;
      });
    });
}
