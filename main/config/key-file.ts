import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makePrivateFolder } from "../../audit/database/private-folder.ts";
import { Failure } from "../../terms/failure.ts";

const keyBytes = 32;

/** The file with the key of the journal of that name. */
export function keyFilePath(folder: string, journal: string): string {
  return join(folder, `${journal}.key`);
}

function keyFailure(path: string, error: unknown): Failure<"config/invalid"> {
  const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
  return new Failure(
    "config/invalid",
    { setting: "ATTEST_KEYS", expected: "a folder that only you can read and write" },
    {
      found: `The journal's key ${path} cannot be read or written (${reason}).`,
      why: "The journal is encrypted with it, so it was not opened; nothing was lost.",
      help: "Set the rights of the file and its folder, or set ATTEST_KEYS to the folder with the keys.",
    },
    error,
  );
}

/** A key as text. */
export function renderKey(key: Uint8Array): string {
  return Buffer.from(key).toString("base64");
}

/** The key in a text; undefined where it is none. */
export function parseKey(text: string): Uint8Array | undefined {
  const key = Buffer.from(text.trim(), "base64");
  return key.byteLength === keyBytes ? key : undefined;
}

/** The key in a file; undefined where there is no such file. Throws `config/invalid` where it cannot be read or holds none. */
export function readKeyFile(path: string): Uint8Array | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw keyFailure(path, error);
  }
  const key = parseKey(text);
  if (key === undefined) throw keyFailure(path, new Error("it is no key"));
  return key;
}

/** Written beside and linked: a crash leaves no half a key, and a key that is there is never replaced. */
function writeKey(folder: string, path: string, key: Uint8Array): void {
  makePrivateFolder(folder);
  const beside = `${path}.${process.pid}.new`;
  try {
    writeFileSync(beside, `${renderKey(key)}\n`, { mode: 0o600, flush: true });
    linkSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Writes the key of a journal, a new one unless told otherwise, and gives it as read back. Throws `config/invalid`, also where one is there. */
export function writeKeyFile(folder: string, journal: string, key: Uint8Array = randomBytes(keyBytes)): Uint8Array {
  const path = keyFilePath(folder, journal);
  try {
    writeKey(folder, path, key);
  } catch (error) {
    throw keyFailure(path, error);
  }
  const written = readKeyFile(path);
  if (written === undefined) throw keyFailure(path, new Error("it was removed"));
  return written;
}
