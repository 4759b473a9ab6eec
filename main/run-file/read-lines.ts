import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { PassThrough } from "node:stream";
import { createGunzip } from "node:zlib";
import { Failure } from "../../terms/failure.ts";

/** The longest line that is read, in characters: more than any response that a run may keep. */
const longestLine = 256 * 1024 ** 2;

/** A file that is not a run as Attest exports it, with the line, from 1, or 0 for the file as a whole. */
export function badFile(path: string, line: number, reason: string, cause?: unknown): Failure<"journal/bad-file"> {
  const place = line === 0 ? "" : ` (line ${line})`;
  return new Failure(
    "journal/bad-file",
    { path, line, reason },
    {
      found: `${path} is no whole export of a run: ${reason}${place}.`,
      why: "What was cut off or changed proves nothing, so nothing of it was taken in.",
      help: "Fetch the file again, or export the run again with attest journal export.",
    },
    cause,
  );
}

async function* splitLines(path: string, chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > longestLine) throw badFile(path, 0, "a line of it is longer than any that Attest writes");
    yield* lines;
  }
  if (rest !== "") yield rest;
}

/** The lines of a compressed file, one by one. Throws `journal/bad-file` for a file that cannot be read or unpacked. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const text = new PassThrough({ encoding: "utf8" });
  const unpacked = pipeline(createReadStream(path), createGunzip(), text);
  // Whoever reads the text sees the failure; without a reader it must not end the process.
  unpacked.catch(() => undefined);
  try {
    yield* splitLines(path, text);
    await unpacked;
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") throw error;
    if (error.name === "Failure") throw error;
    throw badFile(path, 0, error.code === "ENOENT" ? "there is no such file" : reasonOf(error.code), error);
  }
}

function reasonOf(code: string): string {
  return code.startsWith("Z_") ? "it cannot be unpacked" : `it cannot be read (${code})`;
}
