import { statSync } from "node:fs";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { House } from "./house.ts";
import { runNamed } from "./run/run-named.ts";
import { writeNewFile } from "./run-file/write-file.ts";

/** A run that was written to a file. */
export interface ExportedRun {
  readonly run: string;
  readonly file: string;
  readonly bytes: number;
}

function* withLineEnds(lines: Iterable<string>): IterableIterator<string> {
  for (const line of lines) yield `${line}\n`;
}

/**
 * Writes a run, with its planning and every response, as one file that another machine verifies and replays: gzip over one JSON
 * text a line. Throws `journal/not-found`, `journal/broken`, or `config/invalid` where the file cannot be written.
 */
export async function exportRun(house: House, name: string, path: string): Promise<ExportedRun> {
  const { run } = runNamed(house, name);
  const lines = Readable.from(withLineEnds(house.journal().exportRun(run)));
  const file = await writeNewFile(path, lines, [createGzip()]);
  return { run, file, bytes: statSync(file).size };
}
