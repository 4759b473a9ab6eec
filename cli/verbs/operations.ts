import type { Command } from "commander";
import Table from "cli-table3";
import { findOperations } from "../../main/operations.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../output.ts";

/** `attest operations [words]`: Okta's operations, found by words, or all of them. */
export function addOperations(program: Command, output: Output): void {
  program
    .command("operations [words...]")
    .description("Okta's operations, found by words; all of them without words")
    .option("--json", "print them as JSON")
    .action((words: string[], options: { readonly json?: boolean }) => {
      const found = findOperations(words);
      if (options.json === true) {
        output.answer(
          JSON.stringify(
            found.map(({ summary: _, ...facts }) => facts),
            null,
            2,
          ),
        );
      } else {
        const table = new Table({
          head: ["operation", "request", "effect", "scopes", "for"],
          style: { head: [], border: [], compact: true },
          colWidths: [null, null, null, null, 60],
          wordWrap: true,
        });
        for (const one of found)
          table.push([one.operationId, `${one.method} ${one.path}`, one.effect, one.scopes.join(" "), one.summary]);
        output.answer(found.length === 0 ? `No operation fits ${words.join(" ")}.` : table.toString());
      }
      process.exitCode = exitCodes.answered;
    });
}
