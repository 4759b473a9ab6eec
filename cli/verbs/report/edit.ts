import { editor } from "@inquirer/prompts";
import type { Command } from "commander";
import { editReport, exportReport, importReport } from "../../../main/report/edit-report.ts";
import { exitCodes } from "../../exit-codes.ts";
import { readNamedFile } from "../../options.ts";
import type { Output } from "../../output.ts";
import { withHouse } from "../../with-house.ts";
import { writeNamedFile } from "../../write-named-file.ts";
import { showSaved } from "./show-saved.ts";

/** `attest report edit NAME`: in `$EDITOR`, or from a file; the result is the next version. */
export function addReportEdit(report: Command, output: Output): void {
  report
    .command("edit <name>")
    .description("edit a report in $EDITOR, or take the text of a file; it becomes the next version")
    .option("--file <file>", "the new text")
    .option("--json", "print it as JSON")
    .action(async (name: string, options: { readonly file?: string; readonly json?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const { version, text: current } = await exportReport(house, name);
        const prompt = { message: name, default: current, postfix: ".ts", waitForUserInput: false };
        const text =
          options.file === undefined ? await editor(prompt, { output: process.stderr }) : readNamedFile(options.file);
        return showSaved(await editReport(house, { name, version, text }), output, options.json === true);
      });
    });
}

/** `attest report export NAME`: the report as the text of a `.ts` file. */
export function addReportExport(report: Command, output: Output): void {
  report
    .command("export <name>")
    .description("print a report as the text of a .ts file, which can live in git")
    .option("--out <file>", "write it to a file instead")
    .action(async (name: string, options: { readonly out?: string }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const { text } = await exportReport(house, name);
        if (options.out === undefined) output.answer(text.replace(/\n$/, ""));
        else writeNamedFile(options.out, text);
        return exitCodes.answered;
      });
    });
}

/** `attest report import FILE`: a report from a `.ts` file, as a new one or the next version. */
export function addReportImport(report: Command, output: Output): void {
  report
    .command("import <file>")
    .description("take a report from a .ts file: a new one, or the next version of the one with its name")
    .option("--name <name>", "the report's name (default: the file's)")
    .option("--json", "print it as JSON")
    .action(async (file: string, options: { readonly name?: string; readonly json?: boolean }) => {
      process.exitCode = await withHouse(output, {}, async (house) => {
        const [, fileName = file] = /([^/\\]+)\.ts$/.exec(file) ?? [];
        const result = await importReport(house, options.name ?? fileName, readNamedFile(file));
        return showSaved(result, output, options.json === true);
      });
    });
}
