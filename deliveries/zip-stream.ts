import { Zip, ZipDeflate } from "fflate";

/** One file of an archive. */
export interface PackedFile {
  /** Path in the archive, with forward slashes. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Files as the bytes of a zip archive, one file in memory at a time. Rejects with what the files throw. */
export async function* zipStream(files: AsyncIterable<PackedFile>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let failed: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error === null) ready.push(chunk);
    else failed = error;
  });
  for await (const { name, content } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    entry.push(typeof content === "string" ? Buffer.from(content, "utf8") : content, true);
    if (failed !== undefined) throw failed;
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
