import type { Command } from "commander";
import { prove } from "../../main/prove.ts";
import { exitCodes } from "../exit-codes.ts";
import { wholeNumber } from "../options.ts";
import type { Output } from "../output.ts";
import { renderProof } from "../render/render-proof.ts";
import { withHouse } from "../with-house.ts";
import { renderJson } from "../render/render-json.ts";

interface ProveOptions {
  readonly row: number;
  readonly column: string;
  readonly json?: boolean;
}

/** `attest prove RUN --row N --column C`: changes the value in a copy of the recording and sees the cell change. */
export function addProve(program: Command, output: Output): void {
  program
    .command("prove <run>")
    .description("change a cell's value in a copy of the recording, replay, and see the cell change")
    .requiredOption("--row <n>", "row number from 0", (text: string) => wholeNumber(text, 0, 10_000_000))
    .requiredOption("--column <name>", "the column")
    .option("--json", "print it as JSON")
    .action(async (name: string, options: ProveOptions) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const report = await prove(house, name, options);
        output.answer(options.json === true ? renderJson(report) : renderProof(report));
        return exitCodes.answered;
      });
    });
}
