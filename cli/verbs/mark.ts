import { Argument, type Command } from "commander";
import { markRun } from "../../main/mark.ts";
import type { Mark } from "../../terms/mark.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { renderJson } from "../render/render-json.ts";
import { safeText } from "../render/safe-text.ts";
import { withHouse } from "../with-house.ts";

interface MarkOptions {
  readonly note?: string;
  readonly json?: boolean;
}

/** `attest mark RUN right|wrong`: says of an answer that it is right or wrong, for the gates and the metrics. */
export function addMark(program: Command, output: Output): void {
  program
    .command("mark <run>")
    .description("say of a run's answer that it is right or wrong; the newest mark counts")
    .addArgument(new Argument("<verdict>", "what it is").choices(["right", "wrong"]))
    .option("--note <text>", "why")
    .option("--json", "print the run's marks as JSON")
    .action(async (name: string, verdict: Mark["verdict"], { note, json }: MarkOptions) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const marked = await markRun(house, name, { verdict, note });
        const said = `${safeText(marked.title)}, run ${marked.run}, is marked ${verdict}. To take it back, mark it again.`;
        output.answer(json === true ? renderJson(marked) : said);
        return exitCodes.answered;
      });
    });
}
