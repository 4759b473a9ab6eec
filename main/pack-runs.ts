import { statSync } from "node:fs";
import { Readable } from "node:stream";
import type { KeptRun } from "../audit/runs/runs.ts";
import { csvText } from "../deliveries/csv-text.ts";
import { renderMarkdown } from "../deliveries/render-markdown.ts";
import { type PackedFile, zipStream } from "../deliveries/zip-stream.ts";
import type { House } from "./house.ts";
import { howToVerify } from "./pack/how-to-verify.ts";
import { runFiles } from "./pack/run-files.ts";
import type { RowsTable } from "./rows-table.ts";
import { writeNewFile } from "./run-file/write-file.ts";
import { runNamed } from "./run/run-named.ts";

/** A pack that was written. */
export interface WrittenPack {
  readonly runs: readonly string[];
  readonly file: string;
  readonly bytes: number;
}

function* summaryFiles({ columns, rows }: RowsTable): Generator<PackedFile> {
  const where =
    "Each line follows from the rows of the run that it names: see rows.csv and cells.csv in that run's folder.";
  yield { name: "summary.csv", content: csvText(columns, rows) };
  yield { name: "summary.md", content: `# Summary\n\n${where}\n\n${renderMarkdown(columns, rows)}` };
}

async function* packFiles(
  house: House,
  runs: readonly KeptRun[],
  summary: RowsTable | undefined,
): AsyncGenerator<PackedFile> {
  yield { name: "HOW-TO-VERIFY.md", content: howToVerify };
  if (summary !== undefined) yield* summaryFiles(summary);
  for (const kept of runs) yield* runFiles(house, kept);
}

/**
 * Writes runs as one archive for an auditor: covers, rows, requests, responses, chains, and how to verify all of it without Attest;
 * with a summary over the runs where there is one. Throws `journal/not-found`, `journal/broken`, or `config/invalid` where the file cannot be written.
 */
export async function packRuns(
  house: House,
  names: readonly string[],
  path: string,
  summary?: RowsTable,
): Promise<WrittenPack> {
  const runs = new Map(names.map((name) => runNamed(house, name)).map((kept) => [kept.run, kept]));
  const archive = Readable.from(zipStream(packFiles(house, [...runs.values()], summary)), { objectMode: false });
  const file = await writeNewFile(path, archive, []);
  return { runs: [...runs.keys()], file, bytes: statSync(file).size };
}
