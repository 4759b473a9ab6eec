import { chmod, rename, writeFile } from "node:fs/promises";

/** Writes a text that only its owner can read, beside and renamed, so that a crash leaves the old text. */
export async function writePrivate(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.new`;
  await writeFile(beside, text, { mode: 0o600 });
  // A file that was there keeps its rights when it is written over.
  await chmod(beside, 0o600);
  await rename(beside, path);
}
