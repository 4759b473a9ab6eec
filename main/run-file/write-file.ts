import { randomBytes } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { link, open, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Failure, isFailure } from "../../terms/failure.ts";

function unwritableFile(path: string, reason: string, cause?: unknown): Failure<"config/invalid"> {
  return new Failure(
    "config/invalid",
    { setting: path, expected: "a new file in a folder that can be written" },
    {
      found: `${path} cannot be written: ${reason}.`,
      why: "The journal stays as it is; only the file is missing.",
      help: "Name a file that does not exist yet, in a folder of yours with room for it.",
    },
    cause,
  );
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, "r+");
  await handle.sync();
  await handle.close();
}

/**
 * Writes what flows through `streams` into a new file that only its owner can read. It has its name when it is whole and on the
 * disk, never before; a file that is there already is never written over. Throws `config/invalid`, or what the source throws.
 */
export async function writeNewFile(
  path: string,
  source: Readable,
  through: readonly NodeJS.ReadWriteStream[],
): Promise<string> {
  const whole = resolve(path);
  if (existsSync(whole)) throw unwritableFile(whole, "it exists already");
  const beside = `${whole}.${randomBytes(4).toString("hex")}.partial`;
  try {
    await pipeline([source, ...through, createWriteStream(beside, { flags: "wx", mode: 0o600 })]);
    await flush(beside);
    // Fails where the name was taken meanwhile, which a rename would not.
    await link(beside, whole);
    await flushFolder(dirname(whole));
    return whole;
  } catch (error) {
    if (isFailure(error)) throw error;
    if (!(error instanceof Error) || !("code" in error)) throw error;
    throw unwritableFile(whole, error.code === "EEXIST" ? "it exists already" : String(error.code), error);
  } finally {
    await rm(beside, { force: true });
  }
}

async function flushFolder(path: string): Promise<void> {
  // A folder cannot be opened on Windows, where its entries need no flush.
  const handle = await open(path, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
