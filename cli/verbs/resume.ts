import type { Command } from "commander";
import { resume } from "../../main/resume.ts";
import { addRowOptions } from "../row-files.ts";
import type { Output } from "../output.ts";
import { showResult, type ShowOptions } from "../show-result.ts";
import { withHouse } from "../with-house.ts";

/** `attest resume RUN`: goes on with a run that was stopped, without repeating what it has. */
export function addResume(program: Command, output: Output): void {
  addRowOptions(
    program
      .command("resume <run>")
      .description("go on with a run that was stopped (a run's id, its beginning, or last)"),
  )
    .option("--json", "print the whole answer as JSON")
    .action(async (name: string, options: ShowOptions) => {
      process.exitCode = await withHouse(output, {}, async (house, front) =>
        showResult(await resume(house, name, front), output, options),
      );
    });
}
