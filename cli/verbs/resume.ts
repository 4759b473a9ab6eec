import type { Command } from "commander";
import { resume } from "../../main/resume.ts";
import type { Output } from "../output.ts";
import { showResult } from "../show-result.ts";
import { withHouse } from "../with-house.ts";

/** `attest resume RUN`: goes on with a run that was stopped, without repeating what it has. */
export function addResume(program: Command, output: Output): void {
  program
    .command("resume <run>")
    .description("go on with a run that was stopped (a run's id, its beginning, or last)")
    .option("--csv <file>", "write the rows to a file")
    .option("--json", "print the whole answer as JSON")
    .action(async (name: string, options: { readonly json?: boolean; readonly csv?: string }) => {
      process.exitCode = await withHouse(output, {}, async (house, front) =>
        showResult(await resume(house, name, front), output, options),
      );
    });
}
