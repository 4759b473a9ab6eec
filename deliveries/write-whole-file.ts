import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { reasonOf, type Sent } from "./sent.ts";

/** Writes a file that its owner alone can read, beside and renamed: nobody sees half of it. Makes its folder. Never rejects. */
export async function writeWholeFile(path: string, content: string | Uint8Array): Promise<Sent> {
  const beside = `${path}.${process.pid}.new`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(beside, content, { mode: 0o600 });
    await rename(beside, path);
    return { kind: "sent" };
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return { kind: "failed", reason: reasonOf(error), again: false };
  }
}
