import type { Command } from "commander";
import type { RowsFile, RowsTarget } from "../main/rows-to-files.ts";
import type { Output } from "./output.ts";
import { writeNamedFile } from "./write-named-file.ts";

/** Where a verb writes its rows. */
export interface RowFileOptions {
  /** File to write the rows to as CSV, whatever its name. */
  readonly csv?: string;
  /** File to write the rows to in the form that its ending says. */
  readonly out?: string;
  /** Column by whose values the rows are split into files. */
  readonly split?: string;
  /** A byte order mark before CSV. */
  readonly bom?: boolean;
}

/** `--csv`, `--out`, `--split`, `--bom`: where the rows of an answer are written. */
export function addRowOptions(command: Command): Command {
  return command
    .option("--csv <file>", "write the rows to a file as CSV")
    .option("--out <file>", "write the rows to a file: .csv, .xlsx, .json, .ndjson or .md")
    .option("--split <column>", "one file for each value of that column")
    .option("--bom", "a byte order mark before CSV");
}

/** The files that the options ask for. */
export function rowTargets({ csv, out, split, bom: byteOrderMark }: RowFileOptions): readonly RowsTarget[] {
  return [
    ...(csv === undefined ? [] : [{ path: csv, format: "csv", split, byteOrderMark } as const]),
    ...(out === undefined ? [] : [{ path: out, split, byteOrderMark }]),
  ];
}

/** Writes files of rows and says each. Throws `config/invalid` with `why` where one cannot be written. */
export function writeRowFiles(files: readonly RowsFile[], output: Output, why: string): void {
  for (const { path, content, rows } of files) {
    writeNamedFile(path, content, why);
    output.say(`${rows} rows written to ${path}`);
  }
}
