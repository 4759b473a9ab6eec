import { createReadStream, openSync, readFileSync, readSync, closeSync, statSync } from "node:fs";
import { createGunzip } from "node:zlib";
import { unzipSync } from "fflate";

/** Letters that two parts of a text have in common: longer than anything that names a person. */
const overlap = 4_096;
/** An archive is unpacked in memory; a larger one is none of Attest's. */
const mostArchiveBytes = 1e9;

const starts = { gzip: Buffer.of(0x1f, 0x8b), zip: Buffer.from("PK\u0003\u0004", "latin1") } as const;

function startOf(path: string): Buffer {
  const start = Buffer.alloc(4);
  const file = openSync(path, "r");
  try {
    return start.subarray(0, readSync(file, start));
  } finally {
    closeSync(file);
  }
}

async function* inParts(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of chunks) {
    yield rest + chunk;
    rest = (rest + chunk).slice(-overlap);
  }
}

function* archivedTexts(content: Uint8Array): IterableIterator<string> {
  for (const [name, inner] of Object.entries(unzipSync(content))) {
    yield name;
    if (Buffer.from(inner.subarray(0, 4)).equals(starts.zip)) yield* archivedTexts(inner);
    else yield Buffer.from(inner).toString("utf8");
  }
}

async function* unpacked(path: string): AsyncGenerator<string> {
  const chunks = createReadStream(path).pipe(createGunzip());
  chunks.setEncoding("utf8");
  try {
    yield* inParts(chunks);
  } catch {
    // An export that was cut off: what could be unpacked of it was looked at.
  }
}

/**
 * Everything that can be read in a file, part by part: its text, and what is packed in it by gzip or as an archive, a spreadsheet
 * among them. Throws what the system says, and for an archive that cannot be unpacked.
 */
export async function* readableParts(path: string): AsyncGenerator<string> {
  const start = startOf(path);
  if (start.subarray(0, 2).equals(starts.gzip)) yield* unpacked(path);
  else if (start.equals(starts.zip)) {
    if (statSync(path).size > mostArchiveBytes) throw new RangeError("an archive that is too large to look into");
    yield* archivedTexts(readFileSync(path));
  } else yield* inParts(createReadStream(path, { encoding: "utf8" }));
}
