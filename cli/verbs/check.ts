import type { Command } from "commander";
import { check } from "../../main/check.ts";
import { exitCodes } from "../exit-codes.ts";
import { readNamedFile } from "../options.ts";
import type { Output } from "../output.ts";
import { renderFindings } from "../render/render-failure.ts";
import { safeLines } from "../render/safe-text.ts";
import { withHouse } from "../with-house.ts";
import { renderJson } from "../render/render-json.ts";

/** `attest check FILE`: checks a snippet and prints its review. Sends nothing. */
export function addCheck(program: Command, output: Output): void {
  program
    .command("check <file>")
    .description("check a snippet and print its review; sends nothing")
    .option("--json", "print findings or review as JSON")
    .action(async (file: string, options: { readonly json?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const source = readNamedFile(file);
        const result = await check(house, source);
        if (result.kind === "findings") {
          output.answer(
            options.json === true
              ? renderJson({ findings: result.findings })
              : renderFindings(result.findings, source, file),
          );
          return exitCodes.findings;
        }
        output.answer(
          options.json === true
            ? renderJson({ findings: [], review: result.review, schema: result.schema })
            : `${safeLines(result.rendered)}\n\nChecked against ${result.schema}; nothing was sent.`,
        );
        return exitCodes.answered;
      });
    });
}
